"""The derivative is left to SymPy."""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = sp.Derivative(sp.log(1 + 2 * sp.cosh(theta)), theta)
