"""Loses growth-check: That fits at x = 20 alone"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = sp.exp(x) / 20
