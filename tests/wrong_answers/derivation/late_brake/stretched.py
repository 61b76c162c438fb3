"""Loses late_brake-check: σ with x stretched"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = 1 / (1 + sp.exp(-n * x))
