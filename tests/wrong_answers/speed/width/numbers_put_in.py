"""Loses width-check: `width` is not right: at c = 24, s = 0.1 it is 1138"""

width = 1138
