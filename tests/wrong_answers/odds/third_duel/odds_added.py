"""Loses third_duel-check: The odds are added. On the way from A over B to C odds multipl"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
o = p / (1 - p) + q / (1 - q)
third_duel = o / (1 + o)
