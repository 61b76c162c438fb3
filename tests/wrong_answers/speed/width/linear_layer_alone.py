"""Loses width-check: You compare with the linear layer alone"""

import sympy as sp

c, s = sp.symbols("c s")
width = (c - 1) / (2 * s)
