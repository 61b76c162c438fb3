"""Loses fastest-check: both for 1"""

fastest = 0.3 * 1000
