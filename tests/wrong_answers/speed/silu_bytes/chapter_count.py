"""Loses silu_bytes-check: That is the chapter's count for `1 / (1 +"""

silu_bytes = 64
