"""Loses words-check: then the last 16 anew"""

words = 8 + 32
