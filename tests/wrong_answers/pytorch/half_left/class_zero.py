"""Loses half_left-check: The example is of class 1"""

half_left = 28.3
