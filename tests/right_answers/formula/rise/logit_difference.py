import numpy as np

rise = np.log(0.9 / 0.1) - np.log(0.1 / 0.9)
