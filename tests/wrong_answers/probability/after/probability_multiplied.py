"""Loses after-check: It would exceed 1"""

after = 0.2 * 2**3
