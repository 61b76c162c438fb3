"""Loses leaky_scale-check: `leaky_scale` is not right: at alpha = 0.01 it is 1.40021, and"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = sp.sqrt(2) / (1 + alpha)
