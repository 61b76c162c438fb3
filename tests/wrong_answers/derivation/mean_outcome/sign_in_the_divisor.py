"""Loses mean_outcome-check: mind its signs"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = (sp.exp(theta) - sp.exp(-theta)) / (2 * sp.exp(theta) + 1)
