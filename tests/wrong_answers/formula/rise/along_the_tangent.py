"""Loses rise-check: greatest slope"""

rise = 0.8 / 0.25
