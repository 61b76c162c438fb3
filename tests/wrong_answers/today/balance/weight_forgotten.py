"""Loses balance-check: That is right for w = 1"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(c / (n - c))
