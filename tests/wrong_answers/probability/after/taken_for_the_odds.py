"""Loses after-check: You took 0.2 for the odds"""

after = 1.6 / 2.6
