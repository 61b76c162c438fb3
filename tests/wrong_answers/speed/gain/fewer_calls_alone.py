"""Loses gain-check: There are 100 times fewer calls, but each of them"""

gain = 10_000 / 100
