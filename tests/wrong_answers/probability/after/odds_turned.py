"""Loses after-check: the odds ¼, not 4"""

after = 32 / 33
