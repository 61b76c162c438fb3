"""Loses balance-check: w multiplies the pull of the right pairs: it is not added to"""

import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
balance = sp.log((c + w) / (n - c))
