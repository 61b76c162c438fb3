"""It waits for the keyboard.

Others: solved
Points: 3 1 2 1
Alone: stalls
"""

# %% start
import time
name = input("Your name? ")
# %% middle
middle = float(np.log(9))
