"""Loses third_duel-check: C's chance against B is missing: the odds of A"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = p / (p + 1 - q)
