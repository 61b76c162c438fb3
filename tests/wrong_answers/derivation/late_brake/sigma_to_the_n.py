"""Loses late_brake-check: σ to the power n"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = (1 + sp.exp(-x)) ** (-n)
