"""Loses ten_times-check: At 4 the tails differ 22-fold already"""

import numpy as np

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
z = d * np.pi / np.sqrt(3)
logistic_density = np.pi / np.sqrt(3) * logistic(z) * logistic(-z)
normal_density = np.exp(-(d**2) / 2) / np.sqrt(2 * np.pi)
ten_times = d[logistic_density < 10 * normal_density].max()
