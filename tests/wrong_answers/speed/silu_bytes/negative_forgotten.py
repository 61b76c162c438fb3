"""Loses silu_bytes-check: count −z, exp, + and / once each"""

silu_bytes = 2 * 8 + 12
