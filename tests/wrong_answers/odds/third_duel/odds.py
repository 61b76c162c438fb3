"""Loses third_duel-check: Those are the odds"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p * q / (1 - p) / (1 - q)
