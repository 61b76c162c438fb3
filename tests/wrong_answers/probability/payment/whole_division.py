"""Loses payment-check: `3 // 2` is 1: whole division drops the half. Write `sp.Ration"""

import sympy as sp

p = sp.Symbol("p", positive=True)
payment = 3 // 2 * p**2 - p**3
