"""Loses lost_at-check: The absolute error exceeds 1 in 1000 nowhere"""

lost_at = 0.0
