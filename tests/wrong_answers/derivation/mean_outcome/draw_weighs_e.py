"""Loses mean_outcome-check: which is 1 and not e"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = (sp.exp(theta) - sp.exp(-theta)) / (sp.exp(-theta) + sp.E + sp.exp(theta))
