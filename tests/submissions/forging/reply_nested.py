"""A reply of 100,000 brackets.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
send(b'{"points": 7}\n')
send(b"[" * 100_000 + b"\n")
