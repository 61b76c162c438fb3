"""Loses rivalry-check: they come off the 200 first"""

rivalry = 200 / 221
