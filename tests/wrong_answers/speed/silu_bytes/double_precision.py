"""Loses silu_bytes-check: A float32 has 4 bytes"""

silu_bytes = 3 * 16 + 24
