"""Loses after-check: A positive weight raises them"""

odds = 0.2 / 0.8 / 2**3
after = odds / (1 + odds)
