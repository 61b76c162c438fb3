"""Loses third_duel-check: linear in p and q"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p + q - sp.Rational(1, 2)
