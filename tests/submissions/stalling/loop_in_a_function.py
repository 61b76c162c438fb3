"""An endless loop in the function that is tested.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
def sigma(x):
    while True:
        pass
