"""Loses read_digits-check: only if all pictures are equally long
Loses read_digits-none: element 1 is 0, and -1 is right
"""

import numpy as np


def read_digits(states, pictures, limit):
    return np.argmax(states @ pictures.T, axis=1)
