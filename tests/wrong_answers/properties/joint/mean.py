"""Loses joint-check: The mean of s and s is s"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = (s + t) / 2
