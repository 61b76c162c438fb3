"""Loses mean_outcome-check: at theta = -2 it is -1.8235"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
A = sp.log(sp.exp(theta) + 1 + sp.exp(-theta))
mean_outcome = A.diff(theta) * A
