"""Loses width-check: 2w operations, not w"""

import sympy as sp

c, s = sp.symbols("c s")
width = (c - 1) / s - c
