"""It closes everything that is open.

Others: solved
Points: 0 1 2 0
Alone: ends
"""

# %% sigma
import os
os.closerange(0, 256)

def sigma(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
