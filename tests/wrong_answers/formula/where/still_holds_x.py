"""Loses where-check: holds x; only y, L, k, m may remain"""

import sympy as sp

x, y, L, k, m = sp.symbols("x y L k m")
where = x + m + sp.log(y / (L - y)) / k
