"""Loses crossing-check: Read the other axis"""

crossing = 0.9e-6
