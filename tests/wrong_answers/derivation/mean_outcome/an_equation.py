"""Loses mean_outcome-check: a SymPy expression is wanted"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = sp.Eq(sp.Symbol("m"), 2 * sp.sinh(theta) / (1 + 2 * sp.cosh(theta)))
