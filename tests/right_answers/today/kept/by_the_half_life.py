import numpy as np

kept = 0.5 ** (20 * np.log1p(np.exp(-3)) / np.log(2))
