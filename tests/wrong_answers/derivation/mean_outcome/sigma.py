"""Loses mean_outcome-check: Here a loss counts −1"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = 1 / (1 + sp.exp(-theta))
