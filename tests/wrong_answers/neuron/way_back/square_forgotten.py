"""Loses way_back-check: The slope of tanh is 1 − h², the square"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * v * (1 - h) * x
