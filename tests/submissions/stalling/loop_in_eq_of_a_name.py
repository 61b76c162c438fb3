"""The answer's type has a name that takes for ever.

Others: solved
Points: 3 0 2 1
Alone: stalls
"""

# %% middle
class Slow:
    def __getattribute__(self, name):
        while True:
            pass
    def __array__(self, *_, **__):
        while True:
            pass
middle = Slow()
