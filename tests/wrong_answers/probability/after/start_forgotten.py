"""Loses after-check: The start is forgotten"""

after = 8 / 9
