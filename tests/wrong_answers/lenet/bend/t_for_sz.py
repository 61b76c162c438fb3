"""Loses bend-check: 1/√3 is the tanh of Sz, not Sz itself: take the inverse of tanh"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = 1 / (S * sp.sqrt(3))
