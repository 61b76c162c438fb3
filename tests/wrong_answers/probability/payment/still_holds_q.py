"""Loses payment-check: holds q; only p may remain"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
payment = q * (1 - p) ** 3 / (1 - q)
