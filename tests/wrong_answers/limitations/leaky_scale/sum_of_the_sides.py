"""Loses leaky_scale-check: not the sum, of the two"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = 1 / sp.sqrt(1 + alpha**2)
