"""Loses ten_times-check: At 0 the quotient is 1"""

import numpy as np
from scipy import special

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
ratio = logistic(-np.pi * d / np.sqrt(3)) / special.ndtr(d)
ten_times = d[np.argmax(ratio >= 10)]
