"""Loses silu_bytes-check: The division reads two arrays"""

silu_bytes = 4 * 8
