"""Loses balance-check: The sign is turned"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log((n - c) / (w * c))
