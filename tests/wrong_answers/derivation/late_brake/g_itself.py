"""Loses late_brake-check: Solve it for y"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = (2**n - 1) * sp.exp(-n * x)
