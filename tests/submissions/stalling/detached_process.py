"""A process that leaves its session and stays.

Others: solved
Points: 0 1 2 0
Alone: process
"""

# %% sigma
import os
import time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(30)
    os._exit(0)

def sigma(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
