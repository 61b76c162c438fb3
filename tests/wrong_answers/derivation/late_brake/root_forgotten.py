"""Loses late_brake-check: That is yⁿ"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = 1 / (1 + (2**n - 1) * sp.exp(-n * x))
