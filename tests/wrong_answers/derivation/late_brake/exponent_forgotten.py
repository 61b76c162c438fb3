"""Loses late_brake-check: the case n = 1"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = 1 / (1 + sp.exp(-x))
