"""Loses mean_outcome-check: differentiated twice"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.log(sp.exp(theta) + 1 + sp.exp(-theta))
mean_outcome = A.diff(theta, 2)
