"""Loses balance-check: That is σ(b)"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = w * c / (w * c + n - c)
