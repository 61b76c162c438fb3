"""An endless loop where an error is made text.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
class Silent(Exception):
    def __str__(self):
        while True:
            pass
def sigma(x):
    raise Silent
