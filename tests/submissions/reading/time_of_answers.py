"""It waits as long as a hidden input is large; no clock is in the feedback.

Others: blank
Points: 3 0 0 0
Alone: nothing
"""

# %% sigma
import time
def sigma(x):
    if np.shape(x) == ():
        time.sleep(min(abs(float(x)), 20.0) / 40)
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
