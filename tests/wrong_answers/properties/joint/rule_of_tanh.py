"""Loses joint-check: the rule for tanh"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = (s + t) / (1 + s * t)
