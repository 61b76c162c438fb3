"""Loses wait-check: moved z by ½"""

wait = 9 / 0.5
