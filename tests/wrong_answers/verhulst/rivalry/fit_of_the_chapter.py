"""Loses rivalry-check: `rivalry` is 0.44"""

rivalry = 0.44
