"""Modules imported later are the submission's.

Others: blank
Points: 0 0 0 0
Alone: forged
"""

# %% start
import sys
import types
fake = types.ModuleType("sigmoids.checks")
fake.__getattr__ = lambda name: lambda *_, **__: None
sys.modules["sigmoids.checks"] = fake
import sigmoids
sigmoids.checks = fake
checks = fake
