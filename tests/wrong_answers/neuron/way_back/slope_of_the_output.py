"""Loses way_back-check: a(1 − a) cancels"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * a * (1 - a) * v * (1 - h**2) * x
