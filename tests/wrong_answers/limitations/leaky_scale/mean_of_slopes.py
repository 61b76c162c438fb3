"""Loses leaky_scale-check: not of the slopes"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = 2 / (1 + alpha)
