"""Loses half_left-check: read off too roughly"""

half_left = -28
