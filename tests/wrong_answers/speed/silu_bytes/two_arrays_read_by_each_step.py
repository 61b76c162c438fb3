"""Loses silu_bytes-check: Only the division reads two arrays. −z, exp and +"""

silu_bytes = 4 * 12
