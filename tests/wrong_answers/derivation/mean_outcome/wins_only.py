"""Loses mean_outcome-check: probability of a win"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.log(sp.exp(theta) + 1 + sp.exp(-theta))
mean_outcome = sp.exp(theta - A)
