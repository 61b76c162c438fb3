"""Loses late-check: That is by the odds"""

late = 30 * 99 / 9
