"""Loses growth-check: Divide by x"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = 1 + sp.exp(x)
