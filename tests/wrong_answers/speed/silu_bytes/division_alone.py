"""Loses silu_bytes-check: That is the division alone. −z, exp and + move bytes"""

silu_bytes = 12
