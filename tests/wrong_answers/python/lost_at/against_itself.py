"""Loses lost_at-check: `lost_at` is 0"""

lost_at = 0.0
