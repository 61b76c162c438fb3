"""Loses rivalry-check: The sign is turned: the rival takes places away"""

rivalry = (124 - 200) / 221
