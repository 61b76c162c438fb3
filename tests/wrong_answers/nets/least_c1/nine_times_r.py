"""Loses least_c1-check: does not multiply the whole 9"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 9 * r / a
