"""Loses balance-check: inside the logarithm"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = w * sp.log(c / (n - c))
