"""Loses late-check: `late` is 330"""

late = 30 * 99 / 9
