"""Loses ten_times-check: its root"""

import numpy as np
from scipy import special

from sigmoids.functions import logistic

d = np.linspace(0, 8, 801)
ten_times = d[logistic(-d * np.pi**2 / 3) < 10 * special.ndtr(-d)].max()
