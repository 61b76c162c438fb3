"""Loses way_back-check: a(1 − a) is the slope of the output's σ: between ∂E/∂a and ∂E/∂z"""

import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (-t / a + (1 - t) / (1 - a)) * v * (1 - h**2) * x
