"""Loses leaky_scale-check: c holds the squares of the slopes: α², not α"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = sp.sqrt(2 / (1 + sp.Abs(alpha)))
