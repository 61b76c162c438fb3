"""Loses silu_bytes-check: `silu_bytes` is '36 bytes'. Wanted: numbers"""

silu_bytes = "36 bytes"
