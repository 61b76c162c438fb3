"""Loses balance-check: That is right for c = 1"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(w / (n - 1))
