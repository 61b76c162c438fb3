"""Loses way_back-check: multiplied by the input"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * v * (1 - h**2)
