"""Loses way_back-check: h(1 − h) is the slope of σ"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * v * h * (1 - h) * x
