"""Loses after-check: the factor of the odds"""

after = 2**3
