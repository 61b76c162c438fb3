"""An integer of a hundred million digits.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
def sigma(x):
    return 9 ** (9**9)
