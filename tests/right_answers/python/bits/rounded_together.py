import numpy as np

p, M = np.rint(np.array([5.5625, 89]) / np.log(2))
bits = p
zero_at = -(M + p - 2) * np.log(2)
