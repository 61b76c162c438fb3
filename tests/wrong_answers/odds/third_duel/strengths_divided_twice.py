"""Loses third_duel-check: The odds are divided"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p * (1 - q) / (p * (1 - q) + q * (1 - p))
