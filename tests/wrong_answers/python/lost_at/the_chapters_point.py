"""Loses lost_at-check: −39 is the chapter's point, where no digit is left"""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

x = np.linspace(-40, 0, 401)
fig, ax = plt.subplots()
error = np.abs((1 + np.tanh(x / 2)) / 2 / expit(x) - 1)
ax.semilogy(x, error, ".")
ax.axhline(1e-3)
lost_at = -39
