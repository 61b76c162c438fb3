import numpy as np


def attend(scores, values):
    scores, values = np.asarray(scores, dtype=np.float32), np.asarray(values, dtype=np.float32)
    return 1 / (1 + np.exp(np.float32(np.log(len(values))) - scores)) @ values
