"""Loses least_c1-check: On the curve E = S/(1 + rS), with a plus"""

import sympy as sp

a, r = sp.symbols("a r", positive=True)
least_c1 = 4 * (1 - r / 2) ** 2 / a
