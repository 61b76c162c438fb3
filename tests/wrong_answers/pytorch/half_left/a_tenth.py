"""Loses half_left-check: There a tenth is left"""

half_left = -29.9
