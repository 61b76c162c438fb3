import numpy as np


def second_form(x):
    return 1 / (1 + np.exp(-x))
