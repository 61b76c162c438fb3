"""Loses silu_bytes-check: `silu_bytes` is 9"""

silu_bytes = 3 * 2 + 3
