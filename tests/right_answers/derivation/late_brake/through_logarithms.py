"""The root is written by exp and log."""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = sp.exp(-sp.log(1 + (2**n - 1) * sp.exp(-n * x)) / n)
