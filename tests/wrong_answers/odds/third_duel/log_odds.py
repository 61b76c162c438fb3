"""Loses third_duel-check: Those are the log-odds. Turn them back into a"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = sp.log(p / (1 - p)) + sp.log(q / (1 - q))
