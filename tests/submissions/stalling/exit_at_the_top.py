"""SystemExit in a cell is an error like others.

Others: solved
Points: 3 1 2 1
Alone: nothing
"""

# %% start
raise SystemExit
