"""Loses late_brake-check: the exponent needs brackets"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = (1 + (2**n - 1) * sp.exp(-n * x)) ** -1 / n
