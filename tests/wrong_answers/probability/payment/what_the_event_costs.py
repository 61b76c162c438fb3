"""Loses payment-check: if the event happens"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = (1 - p) ** 3
