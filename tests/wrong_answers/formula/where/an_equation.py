"""Loses where-check: is of type Equality; a SymPy expression is wanted"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = sp.Eq(y, L)
