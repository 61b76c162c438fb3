"""Loses way_back-check: `way_back` is not right: at x = -2, v = 0.5, h = -0.664037, a ="""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t**2) * v * (1 - h**2) * x
