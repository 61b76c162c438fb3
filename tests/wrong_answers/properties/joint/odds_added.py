"""Loses joint-check: You added the odds"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
odds = s / (1 - s) + t / (1 - t)
joint = odds / (1 + odds)
