"""Loses joint-check: That is σ(s + t)"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = 1 / (1 + sp.exp(-(s + t)))
