"""Loses third_duel-check: o/(1 + o) needs its brackets: `o / 1 + o` is 2o"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = p / (1 - p) * q / (1 - q) / 1 + p / (1 - p) * q / (1 - q)
