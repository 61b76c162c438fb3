"""Loses chance-check: as likely as none"""

chance = 100 * (0.25 / 10_000) ** 0.5
