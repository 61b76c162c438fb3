"""The integral is left to SymPy."""

import sympy as sp

p = sp.Symbol("p", positive=True)
t = sp.Symbol("t")
payment = sp.Integral(3 * t * (1 - t), (t, 0, p))
