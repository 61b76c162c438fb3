"""Loses mean_outcome-check: divide by their sum"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = sp.exp(theta) - sp.exp(-theta)
