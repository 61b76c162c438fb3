"""Loses width-check: The whole saving is divided by 2s: put c − 1 in"""

import sympy as sp

c, s = sp.symbols("c s", positive=True)
width = c - 1 / (2 * s) - c / 2
