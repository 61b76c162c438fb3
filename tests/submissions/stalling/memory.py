"""A gigabyte, written.

Others: solved
Points: 0 1 2 0
Alone: memory
"""

# %% sigma
hoard = np.ones(10**8)

def sigma(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
