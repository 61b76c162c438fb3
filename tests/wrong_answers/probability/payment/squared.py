"""Loses payment-check: together they are the squared error"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = p**2
