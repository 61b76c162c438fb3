import numpy as np


def slope_at_height(y, ceiling, steepness):
    y = np.asarray(y, dtype=np.float32)
    return np.float32(steepness) * y * (1 - y / np.float32(ceiling))
