"""Loses words-check: the last 16 places are drawn anew"""

words = 8 + 25
