"""Loses growth-check: The factor s is missing"""

import sympy as sp

x = sp.symbols("x", positive=True)
s = 1 / (1 + sp.exp(-x))
growth = 1 / (s * (1 - s)) / x
