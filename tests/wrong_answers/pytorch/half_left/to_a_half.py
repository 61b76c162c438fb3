"""Loses half_left-check: Half a unit"""

half_left = -28.5
