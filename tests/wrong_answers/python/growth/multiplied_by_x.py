"""Loses growth-check: δ is relative to x: divide by x"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = x * (1 + sp.exp(x))
