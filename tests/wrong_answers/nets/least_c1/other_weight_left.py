"""Loses least_c1-check: `least_c1` holds c2; only a, r may remain"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = (2 + r) ** 2 / (a * sp.Symbol("c2"))
