"""An endless iteration inside C code, which no signal of Python's ends.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
import itertools
def sigma(x):
    return sum(itertools.repeat(0))
