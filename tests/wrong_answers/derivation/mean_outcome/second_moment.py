"""Loses mean_outcome-check: mean of y²"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.log(sp.exp(theta) + 1 + sp.exp(-theta))
mean_outcome = sp.exp(theta - A) + sp.exp(-theta - A)
