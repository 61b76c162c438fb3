"""Loses third_duel-check: `third_duel` is not right"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p * q / (p * q + (1 - p))
