import math

import numpy as np


def forget_bias(steps):
    if np.ndim(steps):
        return [forget_bias(one) for one in steps]
    return -math.log(math.expm1(math.log(2) / steps))
