"""Loses silu_bytes-check: adding it reads one array"""

silu_bytes = 2 * 8 + 2 * 12
