"""Loses where-check: `where` is not right: at y = 0.5, L = 3.5, k = 2, m = 5 it is"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = m + sp.log(1 + L / y) / k
