"""Loses payment-check: The integral of p is p²/2, so that of 3p is 3p²/2."""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = 3 * p**2 - p**3
