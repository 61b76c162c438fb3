"""Loses rivalry-check: That is upside down"""

rivalry = 221 / (200 - 124)
