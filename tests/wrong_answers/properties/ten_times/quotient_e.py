"""Loses ten_times-check: There the quotient is e"""

import numpy as np
from scipy import special

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
ten_times = d[np.log(logistic(-d * np.pi / np.sqrt(3)) / special.ndtr(-d)) < 1].max()
