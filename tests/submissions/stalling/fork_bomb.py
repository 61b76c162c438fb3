"""Processes that start processes, a bounded number.

Others: solved
Points: 0 1 2 0
Alone: process
"""

# %% sigma
import os
import time
for _ in range(20):
    if os.fork() == 0:
        time.sleep(30)
        os._exit(0)

def sigma(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
