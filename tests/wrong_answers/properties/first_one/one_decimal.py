"""Loses first_one-check: Nearly"""

first_one = 7.6
