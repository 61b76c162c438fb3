"""Loses way_back-check: The sign is turned"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (t - a) * v * (1 - h**2) * x
