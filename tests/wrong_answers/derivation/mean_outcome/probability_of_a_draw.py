"""Loses mean_outcome-check: the probability of a draw"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = 1 / (sp.exp(-theta) + 1 + sp.exp(theta))
