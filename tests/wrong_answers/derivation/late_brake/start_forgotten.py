"""Loses late_brake-check: mind the start"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = (1 + sp.exp(-n * x)) ** (-1 / n)
