"""It kills itself and whatever it may.

Others: solved
Points: 0 1 2 0
Alone: ends
"""

# %% sigma
import os
import signal
def sigma(x):
    os.kill(os.getpid(), signal.SIGKILL)
    ctypes = __import__("ctypes")
    ctypes.string_at(0)
