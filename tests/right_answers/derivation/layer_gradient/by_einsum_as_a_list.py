import numpy as np


def layer_gradient(h, s, g):
    return np.einsum("nd,nm->dm", h, g * (s - s**2)).tolist()
