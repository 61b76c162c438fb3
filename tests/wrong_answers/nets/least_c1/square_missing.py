"""Loses least_c1-check: the square is missing"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 4 * (1 + r / 2) / a
