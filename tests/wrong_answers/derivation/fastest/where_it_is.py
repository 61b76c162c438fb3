"""Loses fastest-check: the P at which"""

fastest = 1000 / 2
