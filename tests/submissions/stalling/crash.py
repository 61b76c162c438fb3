"""It reads address 0.

Others: solved
Points: 0 1 2 0
Alone: ends
"""

# %% sigma
import ctypes
def sigma(x):
    ctypes.string_at(0)
