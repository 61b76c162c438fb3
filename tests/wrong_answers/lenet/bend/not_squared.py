"""Loses bend-check: not its square"""

import sympy as sp

S = sp.Symbol("S")
bend = sp.atanh(sp.Rational(1, 3)) / S
