"""Loses payment-check: belongs to the log-loss"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = -sp.log(1 - p)
