"""Loses first_one-check: A whole number is too coarse"""

first_one = 8
