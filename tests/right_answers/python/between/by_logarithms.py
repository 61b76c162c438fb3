import warnings

import numpy as np
from scipy.special import log_expit


def between(a, b):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.exp(log_expit(-a) + log_expit(b) + np.log(-np.expm1(a - b)))
