"""Loses least_c1-check: the chapter's case"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 9 / a
