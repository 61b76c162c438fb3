"""Loses mean_outcome-check: the mean without draws"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = sp.tanh(theta)
