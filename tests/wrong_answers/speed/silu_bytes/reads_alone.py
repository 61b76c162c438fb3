"""Loses silu_bytes-check: Those are the bytes read. Each step also writes an"""

silu_bytes = 20
