"""Loses mean_outcome-check: That is A(θ)"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.log(sp.exp(theta) + 1 + sp.exp(-theta))
mean_outcome = A
