"""Loses crossing-check: There expit is still the faster one"""

crossing = 100
