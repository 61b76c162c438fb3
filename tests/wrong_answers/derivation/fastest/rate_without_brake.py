"""Loses fastest-check: The brake acts at 100, too"""

fastest = 27 / 100 * 1000 / 4
