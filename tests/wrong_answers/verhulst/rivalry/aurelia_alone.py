"""Loses rivalry-check: culture without a rival"""

rivalry = (200 - 124) / 330
