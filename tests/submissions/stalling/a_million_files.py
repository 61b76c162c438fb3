"""Files without end.

Others: solved
Points: 3 1 2 1
Alone: stalls
"""

# %% start
for number in range(10**6):
    open(f"file{number}", "w").close()
