"""Loses half_left-check: hardly anything"""

half_left = -32.2
