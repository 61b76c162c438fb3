"""Loses third_duel-check: Add the log-odds, not the probabilities, before you"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = 1 / (1 + sp.exp(-(p + q)))
