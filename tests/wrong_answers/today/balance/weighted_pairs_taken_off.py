"""Loses balance-check: w makes each right pair pull harder. It makes no more of them: n"""

import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
balance = sp.log(w * c / (n - w * c))
