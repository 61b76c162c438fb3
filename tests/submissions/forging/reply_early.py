"""It sends the reply before it is asked.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
send(b'{"n": 3, "is": "plain", "value": 2.1972245773362196, "points": 7}\n')
