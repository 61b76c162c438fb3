"""Loses balance-check: −ln(n − 1) is the chapter's, for c = w = 1. Put c and w into the"""

import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
balance = -sp.log(n - 1)
