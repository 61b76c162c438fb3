"""A reply of 40 MB.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
send(b'{"points": 7}\n')
send(b'{"n": 2, "is": "plain", "value": "' + b"x" * 40_000_000 + b'"}\n')
