"""Loses chance-check: the rate's as a fraction"""

chance = (0.0095 * 0.9905 / 10_000) ** 0.5
