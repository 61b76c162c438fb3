"""Loses width-check: of type Equality; a SymPy expression is wanted"""

import sympy as sp

c, s = sp.symbols("c s", positive=True)
width = sp.Eq((c - 1) / (2 * sp.Symbol("w") + c), s)
