"""Loses width-check: A division by s is missing: from (c − 1)/(2w + c) = s"""

import sympy as sp

c, s = sp.symbols("c s", positive=True)
width = (c - 1 - c * s) / 2
