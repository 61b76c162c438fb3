"""Loses payment-check: The sign is turned"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = p**3 - 3 * p**2 / 2
