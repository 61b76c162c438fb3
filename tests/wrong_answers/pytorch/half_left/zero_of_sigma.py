"""Loses half_left-check: That end belongs to σ itself"""

half_left = -88.7
