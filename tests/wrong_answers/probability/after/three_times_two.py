"""Loses after-check: not by 3 times 2"""

odds = 0.2 / 0.8 * 3 * 2
after = odds / (1 + odds)
