"""Loses growth-check: Mind the sign: a larger s belongs to a larger x"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = -(1 + sp.exp(x)) / x
