"""Loses after-check: Those are the odds"""

after = 0.2 / 0.8 * 2**3
