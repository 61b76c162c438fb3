"""Loses silu_bytes-check: Those are the numbers read and written. Each is a"""

silu_bytes = 3 * 2 + 3
