"""Loses words-check: not 3 plus 2"""

words = 3 + 2 + 25 + 16
