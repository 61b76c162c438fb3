"""Loses words-check: not one"""

words = 7 + 25 + 16
