"""Loses way_back-check: Both slopes are the chapter's. With the log-loss a(1 − a)"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * a * (1 - a) * v * h * (1 - h) * x
