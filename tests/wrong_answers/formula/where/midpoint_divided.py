"""Loses where-check: divides the logarithm alone"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m")
where = (m + sp.log(y / (L - y))) / k
