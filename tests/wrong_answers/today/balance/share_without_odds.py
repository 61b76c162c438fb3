"""Loses balance-check: `balance` is not right"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(w * c / (w * c + n - c))
