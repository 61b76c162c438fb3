"""Loses leaky_scale-check: Which g makes c equal to 1"""

import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = sp.sqrt((1 + alpha**2) / 2)
