"""Loses curves-check: The curves are the columns of your array; they should be its rows"""

import matplotlib.pyplot as plt
import numpy as np


def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s, s * (1 - s)


a = np.arange(-6, 6, 0.01)
s, slope = sigmoid(a)
fig, ax = plt.subplots()
ax.plot(a, s, label="σ")
ax.plot(a, slope, label="σ′")
ax.legend(frameon=False)
curves = np.column_stack([line.get_ydata() for line in ax.lines])
framed = ax.get_legend().get_frame_on()
