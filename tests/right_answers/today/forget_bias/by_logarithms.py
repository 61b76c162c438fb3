import numpy as np


def forget_bias(steps):
    gate = -np.log(2) / np.asarray(steps, dtype=float)
    return gate - np.log(-np.expm1(gate))
