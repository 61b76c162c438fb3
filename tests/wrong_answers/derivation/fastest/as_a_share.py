"""Loses fastest-check: as a share of K"""

fastest = 0.3 / 4
