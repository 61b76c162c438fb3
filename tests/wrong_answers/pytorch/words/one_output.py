"""Loses words-check: two outputs, three inputs each"""

words = 4 + 25 + 16
