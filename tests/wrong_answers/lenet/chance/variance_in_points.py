"""Loses chance-check: That is 100 times the variance. Take the root first"""

chance = 100 * 0.0095 * 0.9905 / 10_000
