"""A thread sends replies all the time.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
def flood():
    while True:
        send(b'{"n": 4, "is": "plain", "value": 2.1972245773362196, "points": 7}\n')
threading.Thread(target=flood, daemon=True).start()
import time
time.sleep(0.2)
