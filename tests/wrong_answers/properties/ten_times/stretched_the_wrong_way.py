"""Loses ten_times-check: the wrong way"""

import numpy as np
from scipy import special

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
ten_times = d[logistic(-d * np.sqrt(3) / np.pi) < 10 * special.ndtr(-d)].max()
