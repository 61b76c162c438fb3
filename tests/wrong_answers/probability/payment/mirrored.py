"""Loses payment-check: does best to say 0.60"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = p**3
