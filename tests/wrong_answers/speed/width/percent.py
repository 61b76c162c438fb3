"""Loses width-check: s is the share itself, 0.01 for 1%. It is not in"""

import sympy as sp

c, s = sp.symbols("c s", positive=True)
width = (100 * (c - 1) / s - c) / 2
