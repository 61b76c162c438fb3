"""Loses leaky_scale-check: The squares are added: 1 + α², also where α is negative"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = sp.sqrt(2 / (1 - alpha**2))
