"""Loses payment-check: at a point that is not shown"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = sp.Piecewise((0.014, p < 0.2), (0.108, p < 0.4), (0.25, p < 0.7), (0.486, True))
