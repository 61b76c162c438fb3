"""Loses way_back-check: h is the hidden output, tanh(wx), already. The slope of tanh at"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * v * (1 - sp.tanh(h) ** 2) * x
