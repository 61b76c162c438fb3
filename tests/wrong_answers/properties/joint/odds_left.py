"""Loses joint-check: These are the odds"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = s * t / ((1 - s) * (1 - t))
