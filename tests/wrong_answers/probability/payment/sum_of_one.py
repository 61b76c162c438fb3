"""Loses payment-check: add up to 1"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = 1 - (1 - p) ** 3
