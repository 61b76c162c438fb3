import numpy as np


def second_form(x):
    return (1 + np.tanh(np.asarray(x) / 2)) / 2
