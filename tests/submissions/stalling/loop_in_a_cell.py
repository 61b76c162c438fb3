"""An endless loop where no question is answered.

Others: solved
Points: 3 1 2 1
Alone: stalls
"""

# %% start
while True:
    pass
