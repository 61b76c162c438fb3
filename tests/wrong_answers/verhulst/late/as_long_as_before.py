"""Loses late-check: By symmetry that is the time to 90%"""

late = 30.0
