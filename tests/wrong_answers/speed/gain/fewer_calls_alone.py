"""Loses gain-check: `gain` is 100"""

gain = 10_000 / 100
