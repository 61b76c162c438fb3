"""Loses third_duel-check: The chances of losing multiply, too: (1 − p)(1 − q)"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = p * q / (p * q + (1 - p) + (1 - q))
