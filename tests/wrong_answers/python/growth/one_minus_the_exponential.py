"""Loses growth-check: 1/(1 − s) is not 1 − eˣ: that is negative"""

import sympy as sp

x = sp.symbols("x", positive=True)
growth = (1 - sp.exp(x)) / x
