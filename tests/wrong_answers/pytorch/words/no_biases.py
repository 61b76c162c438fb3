"""Loses words-check: two biases, too"""

words = 6 + 25 + 16
