"""Loses balance-check: the wrong ones are n − c"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(w * c / n)
