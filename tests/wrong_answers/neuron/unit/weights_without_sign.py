"""Loses unit-check: A negative weight lowers the output. Keep the signs of the
Loses unit-shapes: A negative weight lowers the output. Keep the signs of the
"""

import numpy as np

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X @ np.abs(w) + b)
