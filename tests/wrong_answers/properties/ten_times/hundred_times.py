"""Loses ten_times-check: There the quotient is 100"""

import numpy as np
from scipy import special

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
ten_times = d[logistic(-d * np.pi / np.sqrt(3)) < 100 * special.ndtr(-d)].max()
