"""Loses where-check: the logarithm is divided by k"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m")
where = m + k * sp.log(y / (L - y))
