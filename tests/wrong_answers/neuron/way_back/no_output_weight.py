"""Loses way_back-check: The weight v"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * (1 - h**2) * x
