"""Loses unit-shapes: stops with AxisError"""

import numpy as np

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(np.sum(X * w, axis=1) + b)
