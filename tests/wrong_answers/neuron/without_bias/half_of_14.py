"""Loses without_bias-check: if AND were in reach"""

without_bias = 14 // 2
