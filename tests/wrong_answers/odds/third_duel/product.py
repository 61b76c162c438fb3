"""Loses third_duel-check: need not win both duels"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p * q
