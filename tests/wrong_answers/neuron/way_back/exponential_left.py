"""Loses way_back-check: holds w; only x, v, h, a, t may remain"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
w = sp.Symbol("w")
way_back = (a - t) * v * (1 - sp.tanh(w * x) ** 2) * x
