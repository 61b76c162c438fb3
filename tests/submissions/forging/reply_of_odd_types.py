"""Replies whose fields are of other types.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
send(b'{"points": 7}\n')
send(b'{"n": true, "is": ["array"], "dtype": "|O", "shape": -1, "values": {"a": 1}}\n')
