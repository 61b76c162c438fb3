"""Loses fastest-check: The brake acts at 60, too"""

fastest = 27 / 60 * 600 / 4
