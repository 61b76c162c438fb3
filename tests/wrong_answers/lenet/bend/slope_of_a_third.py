"""Loses bend-check: There 1 − t² is ⅓: the slope has fallen to a third. It is t² that"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = sp.atanh(sp.sqrt(sp.Rational(2, 3))) / S
