"""Loses late_brake-check: holds C"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
C = sp.Symbol("C")
late_brake = (1 + C * sp.exp(-n * x)) ** (-1 / n)
