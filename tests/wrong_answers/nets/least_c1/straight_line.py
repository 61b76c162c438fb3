"""Loses least_c1-check: That is right for r = 0 and r = 1, but c₁ follows no"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = (4 + 5 * r) / a
