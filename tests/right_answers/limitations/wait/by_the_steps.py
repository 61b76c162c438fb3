import numpy as np

z, n = -9.0, 0
while z <= 0:
    s = 1 / (1 + np.exp(-z))
    z -= 0.5 * (s - 1) * s * (1 - s)
    n += 1
wait = n
