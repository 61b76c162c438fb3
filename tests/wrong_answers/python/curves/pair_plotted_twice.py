"""Loses curves-check: Four curves were drawn, for each `plot` drew both"""

import matplotlib.pyplot as plt
import numpy as np


def sigmoid_and_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s, s * (1 - s)


a = np.arange(-6, 6, 0.01)
s, slope = sigmoid_and_prime(a)
fig, ax = plt.subplots()
ax.plot(a, np.transpose([s, slope]))
ax.plot(a, np.transpose([s, slope]))
ax.legend(["σ", "σ′"], frameon=False)
curves = np.array([line.get_ydata() for line in ax.lines])
framed = ax.get_legend().get_frame_on()
plt.close(fig)
