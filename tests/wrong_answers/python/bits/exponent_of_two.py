"""Loses bits-check: That is the exponent of 2"""

bits = 8
zero_at = -(128 + 8 - 2)
