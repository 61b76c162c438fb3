"""Loses payment-check: One step is left"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = 3 * p * (1 - p)
