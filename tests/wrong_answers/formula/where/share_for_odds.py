"""Loses where-check: y/L is the share of the ceiling. Its odds are wanted: y to the"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = m + sp.log(y / L) / k
