"""Loses balance-check: c counts the right captions of one picture, n² all pairs of the"""

import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
balance = sp.log(w * c / (n**2 - c))
