"""The answer is right, then its cell never ends.

Others: solved
Points: 3 1 2 0
Alone: stalls
"""

# %% height
def height(x):
    return np.mean(sigma(x))
while True:
    pass
