"""Loses fastest-check: the room left shrinks"""

fastest = 27 * 500 / 100
