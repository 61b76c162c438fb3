"""An integer that takes long to print.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% start
import sys
sys.set_int_max_str_digits(0)
# %% sigma
class Long(Exception):
    def __str__(self):
        return str(7 ** (7**8))
def sigma(x):
    raise Long
