"""Loses without_bias-check: One is missing: with no positive weight the table is 0 at all"""

without_bias = 5
