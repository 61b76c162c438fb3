"""Loses without_bias-check: need not have the same sign"""

without_bias = 3
