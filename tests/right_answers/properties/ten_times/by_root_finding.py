import numpy as np
from scipy import special
from scipy.optimize import brentq

from sigmoids.functions import logistic

d = np.linspace(0, 6, 601)
ten_times = brentq(lambda v: logistic(-np.pi * v / np.sqrt(3)) - 10 * special.ndtr(-v), 2, 5)
