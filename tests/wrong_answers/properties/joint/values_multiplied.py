"""Loses joint-check: this gives ¼"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = s * t
