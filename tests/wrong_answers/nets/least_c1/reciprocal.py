"""Loses least_c1-check: That is dE/dx"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = a / (2 + r) ** 2
