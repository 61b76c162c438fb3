"""Each reply of a cell is sent twice.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
send(b'{"n": 2, "is": "none", "points": 7}\n{"n": 2, "is": "none"}\n')
