"""Loses words-check: left out the layer"""

words = 25 + 16
