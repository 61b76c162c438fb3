"""Loses silu_bytes-check: the least that any program must move"""

silu_bytes = 8
