"""Loses words-check: not only the 9"""

words = 8 + 25 + 9
