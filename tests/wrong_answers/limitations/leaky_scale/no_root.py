"""Loses leaky_scale-check: The root is missing"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = 2 / (1 + alpha**2)
