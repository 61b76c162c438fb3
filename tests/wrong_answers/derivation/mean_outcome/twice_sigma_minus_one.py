"""Loses mean_outcome-check: That is 2σ(θ) − 1"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = 2 / (1 + sp.exp(-theta)) - 1
