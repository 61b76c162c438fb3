"""An endless loop in `__array__`.

Others: solved
Points: 3 0 2 1
Alone: stalls
"""

# %% middle
class Endless:
    def __array__(self, *_, **__):
        while True:
            pass
middle = Endless()
