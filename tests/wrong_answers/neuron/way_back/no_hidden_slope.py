"""Loses way_back-check: slope of the hidden unit is missing"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * v * x
