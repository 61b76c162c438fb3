"""Loses fastest-check: That is the growth at P = 100"""

fastest = 27
