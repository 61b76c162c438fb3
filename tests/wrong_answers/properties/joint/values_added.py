"""Loses joint-check: it exceeds 1"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = s + t - sp.Rational(1, 2)
