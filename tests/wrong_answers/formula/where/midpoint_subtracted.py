"""Loses where-check: x − m is what stands in the exponent, so m is added at the end"""

import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = sp.log(y / (L - y)) / k - m
