"""Loses late_brake-check: to the power −1/n, not −n"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = (1 + (2**n - 1) * sp.exp(-n * x)) ** (-n)
