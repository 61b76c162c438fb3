"""Loses growth-check: 1/(1 − s) is not eˣ"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = sp.exp(x) / x
