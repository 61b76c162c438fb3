"""Loses third_duel-check: B and C are equals"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = (p + q) / 2
