"""Loses silu_bytes-check: each step reads and writes"""

silu_bytes = 4 * 4
