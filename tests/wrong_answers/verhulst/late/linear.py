"""Loses late-check: Growth is not linear"""

late = 30 * 0.49 / 0.4
