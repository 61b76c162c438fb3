"""Loses growth-check: 1 − s is 1/(1 + eˣ)"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = (1 + sp.exp(-x)) / x
