"""Loses mean_outcome-check: All signs are turned"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = -sp.log(sp.exp(-theta) + 1 + sp.exp(theta)).diff(theta)
