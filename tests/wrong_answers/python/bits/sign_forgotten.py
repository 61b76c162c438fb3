"""Loses bits-check: That is on the wrong side: 0 is reached on the left"""

bits = 8
zero_at = 92.9
