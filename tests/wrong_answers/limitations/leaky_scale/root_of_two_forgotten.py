"""Loses leaky_scale-check: The 2 stands under the root, too"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = 2 / sp.sqrt(1 + alpha**2)
