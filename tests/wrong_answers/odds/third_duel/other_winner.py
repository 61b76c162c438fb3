"""Loses third_duel-check: C beats A"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = (1 - p) * (1 - q) / (p * q + (1 - p) * (1 - q))
