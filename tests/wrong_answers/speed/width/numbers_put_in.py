"""Loses width-check: That is the width for c = 24 and s = 1%. An"""

width = 1138
