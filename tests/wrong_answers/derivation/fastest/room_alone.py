"""Loses fastest-check: with the room alone"""

fastest = 27 / 0.9
