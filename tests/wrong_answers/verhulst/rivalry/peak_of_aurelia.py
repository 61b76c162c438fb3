"""Loses rivalry-check: Close by chance"""

rivalry = (200 - 67) / 387
