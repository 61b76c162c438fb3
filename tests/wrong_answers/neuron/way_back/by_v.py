"""Loses way_back-check: That is ∂E/∂v, the derivative by the output's weight. Go on,"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (a - t) * h
