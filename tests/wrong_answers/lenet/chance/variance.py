"""Loses chance-check: Take the root"""

chance = 0.0095 * 0.9905 / 10_000
