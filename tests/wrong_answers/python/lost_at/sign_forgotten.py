"""Loses lost_at-check: mind the sign"""

lost_at = 31.2
