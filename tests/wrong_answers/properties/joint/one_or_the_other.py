"""Loses joint-check: this gives ¾"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = 1 - (1 - s) * (1 - t)
