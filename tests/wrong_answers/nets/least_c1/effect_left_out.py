"""Loses least_c1-check: the effect is left out"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 4 / a
