"""Loses growth-check: holds s; only x may remain"""

import sympy as sp

x, s = sp.symbols("x s", positive=True)
growth = 1 / ((1 - s) * x)
