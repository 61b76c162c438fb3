"""Loses least_c1-check: The larger r is, the more slowly E rises and the"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 4 / (a * (1 + r / 2) ** 2)
