"""Loses payment-check: the constant is not"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = 3 * p**2 / 2 - p**3 - sp.Rational(1, 2)
