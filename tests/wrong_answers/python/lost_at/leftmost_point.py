"""Loses lost_at-check: −40 is the leftmost point: `argmax` finds the first that is true,"""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

x = np.linspace(-40, 0, 401)
fig, ax = plt.subplots()
error = np.abs((1 + np.tanh(x / 2)) / 2 / expit(x) - 1)
ax.semilogy(x, error, ".")
ax.axhline(1e-3)
lost_at = x[np.argmax(error > 1e-3)]
