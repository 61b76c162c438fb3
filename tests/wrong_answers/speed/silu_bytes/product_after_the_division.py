"""Loses silu_bytes-check: There is no product: `z / …` divides z itself, so"""

silu_bytes = 4 * 8 + 12
