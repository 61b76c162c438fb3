"""Loses joint-check: holds a, b; only s, t may remain"""

import sympy as sp

a, b = sp.symbols("a b")
joint = 1 / (1 + sp.exp(-a - b))
