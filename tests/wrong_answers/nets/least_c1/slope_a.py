"""Loses least_c1-check: S rises with x at the rate a/4, not a"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = (2 + r) ** 2 / 4 / a
