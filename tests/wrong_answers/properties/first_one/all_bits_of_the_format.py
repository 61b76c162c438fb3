"""Loses first_one-check: The edge goes with the significant bits, 11 of 53, not with all"""

first_one = 36.74 * 16 / 64
