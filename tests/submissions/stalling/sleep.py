"""It sleeps for a day.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
import time
def sigma(x):
    time.sleep(86_400)
