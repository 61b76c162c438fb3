import numpy as np


def fair_arctan(x):
    from scipy.stats import cauchy

    return cauchy(scale=4 / np.pi).cdf(x)
