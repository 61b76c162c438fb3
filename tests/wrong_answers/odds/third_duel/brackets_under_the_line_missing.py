"""Loses third_duel-check: The sum under the line needs brackets: `/ p * q` divides by p,"""

import sympy as sp

p, q = sp.symbols("p q", positive=True)
third_duel = p * q / p * q + (1 - p) * (1 - q)
