"""Loses growth-check: Brackets are missing"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = 1 + sp.exp(x) / x
