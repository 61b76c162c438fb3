"""Loses lost_at-check: has lost everything"""

lost_at = -37.4
