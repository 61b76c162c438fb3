"""Loses chance-check: standard deviation of the number of errors"""

chance = (10_000 * 0.0095 * 0.9905) ** 0.5
