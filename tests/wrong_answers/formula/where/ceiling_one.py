"""Loses where-check: ceiling of 1"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m")
where = m + sp.log(y / (1 - y)) / k
