"""Loses growth-check: which is its reciprocal"""

import sympy as sp

x = sp.symbols("x", positive=True)
s = 1 / (1 + sp.exp(-x))
growth = s * s * (1 - s) / x
