"""Loses width-check: The saving c − 1 is divided by s, not multiplied. `/"""

import sympy as sp

c, s = sp.symbols("c s", positive=True)
width = (c - 1) / 2 * s - c / 2
