"""The name `checks` stands for an object that accepts all.

Others: blank
Points: 0 0 0 0
Alone: forged
"""

# %% start
class Anything:
    def __getattr__(self, name):
        return lambda *_, **__: None
checks = Anything()
