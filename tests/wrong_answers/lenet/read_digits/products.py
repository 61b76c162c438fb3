"""Loses read_digits-check: only if all pictures are equally long
Loses read_digits-none: use the limit"""

import numpy as np


def read_digits(states, pictures, limit):
    return np.argmax(states @ pictures.T, axis=1)
