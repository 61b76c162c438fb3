"""Loses curves-check: One point too many: `arange` leaves out its end, 6"""

import matplotlib.pyplot as plt
import numpy as np


def sigmoid_and_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s, s * (1 - s)


a = np.linspace(-6, 6, 1201)
s, slope = sigmoid_and_prime(a)
fig, ax = plt.subplots()
ax.plot(a, s)
ax.plot(a, slope)
ax.legend(["σ", "σ′"], frameon=False)
curves = np.array([line.get_ydata() for line in ax.lines])
framed = ax.get_legend().get_frame_on()
plt.close(fig)
