"""Loses way_back-check: `way_back` is not right: at x = 0.5"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * h
