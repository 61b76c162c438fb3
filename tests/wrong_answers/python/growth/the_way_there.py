"""Loses growth-check: Here it is the way back"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = x / (1 + sp.exp(x))
