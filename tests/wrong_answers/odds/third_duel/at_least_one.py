"""Loses third_duel-check: at least one of two independent events"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p + q - p * q
