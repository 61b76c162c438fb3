"""Loses balance-check: Those are the odds"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = w * c / (n - c)
