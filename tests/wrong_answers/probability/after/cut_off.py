"""Loses after-check: cut off"""

after = 0.66
