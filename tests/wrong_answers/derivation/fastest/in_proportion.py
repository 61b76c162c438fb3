"""Loses fastest-check: the room left shrinks"""

fastest = 27 * 300 / 60
