"""Loses crossing-check: exponent of ten"""

crossing = 2.35
