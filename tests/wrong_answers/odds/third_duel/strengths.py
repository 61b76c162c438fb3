"""Loses third_duel-check: p and q are no strengths: p says how A stands to B"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = p / (p + q)
