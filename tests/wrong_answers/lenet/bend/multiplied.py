"""Loses bend-check: divided by S"""

import sympy as sp

S = sp.Symbol("S")
bend = S * sp.atanh(1 / sp.sqrt(3))
