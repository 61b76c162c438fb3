import numpy as np
from scipy import special


def log_loss(z, y):
    return -np.mean(special.log_expit(np.where(y == 1, z, -z)))
