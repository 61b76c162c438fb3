"""Loses lost_at-check: There the error passes 1 in 100,000"""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

x = np.linspace(-40, 0, 401)
fig, ax = plt.subplots()
error = np.abs((1 + np.tanh(x / 2)) / 2 / expit(x) - 1)
ax.semilogy(x, error, ".")
ax.axhline(1e-3)
lost_at = x[error > 1e-5].max()
