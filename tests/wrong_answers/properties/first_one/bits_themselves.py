"""Loses first_one-check: That counts bits"""

first_one = 11
