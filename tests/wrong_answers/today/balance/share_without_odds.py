"""Loses balance-check: That is ln σ(b). The bias is the logarithm of the odds, σ(b)/(1 −"""

import sympy as sp

n, c, w = sp.symbols("n c w")
balance = sp.log(w * c / (w * c + n - c))
