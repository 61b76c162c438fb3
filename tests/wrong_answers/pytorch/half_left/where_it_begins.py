"""Loses half_left-check: There the fading begins"""

half_left = -27.6
