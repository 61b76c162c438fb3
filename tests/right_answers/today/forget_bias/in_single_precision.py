import numpy as np


def forget_bias(steps):
    steps = np.asarray(steps, dtype=np.float32)
    return -np.log(np.expm1(np.float32(np.log(2)) / steps))
