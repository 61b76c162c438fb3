"""Loses width-check: holds w; only c, s may remain"""

import sympy as sp

c, w = sp.symbols("c w")
width = (c - 1) / (2 * w + c)
