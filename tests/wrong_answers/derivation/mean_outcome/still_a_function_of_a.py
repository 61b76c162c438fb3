"""Loses mean_outcome-check: still holds A(theta)"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.Function("A")(theta)
mean_outcome = sp.exp(theta - A) - sp.exp(-theta - A)
