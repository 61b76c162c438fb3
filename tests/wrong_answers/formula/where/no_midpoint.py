"""Loses where-check: That is the distance from the midpoint, x − m. Add m"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = sp.log(y / (L - y)) / k
