"""Loses after-check: one unit more"""

odds = 0.2 / 0.8 * 2
after = odds / (1 + odds)
