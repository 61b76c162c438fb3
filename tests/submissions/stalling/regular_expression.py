"""A regular expression that backtracks for ever.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
import re
def sigma(x):
    re.match(r"(a+)+$", "a" * 64 + "b")
