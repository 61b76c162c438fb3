"""Loses balance-check: harder, not less"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(c / (w * (n - c)))
