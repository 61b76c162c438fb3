"""Loses third_duel-check: B may lose to C as well: 1 − p stands without its"""

import sympy as sp

p, q = sp.symbols("p q")
third_duel = p * q / (p * q + (1 - p))
