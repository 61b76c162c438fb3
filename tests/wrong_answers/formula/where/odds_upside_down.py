"""Loses where-check: upside down"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m")
where = m + sp.log((L - y) / y) / k
