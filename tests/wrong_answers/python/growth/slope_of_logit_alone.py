"""Loses growth-check: That is the slope of logit alone"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = 2 + sp.exp(x) + sp.exp(-x)
