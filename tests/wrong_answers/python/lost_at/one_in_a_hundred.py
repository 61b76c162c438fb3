"""Loses lost_at-check: passes 1 in 100."""

lost_at = -33.5
