"""Loses width-check: `width` is not right: at c = 24, s = 0.1 it is 0.777778"""

import sympy as sp

c, s = sp.symbols("c s")
width = ((c - 1) / (1 - s) - c) / 2
