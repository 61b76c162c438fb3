"""Loses leverage-check: It is a quotient of percentages already: no factor of 100"""

import sympy as sp

P0, P1, P2 = sp.symbols("P0 P1 P2", positive=True)
K = P1 * (P0 * P1 + P1 * P2 - 2 * P0 * P2) / (P1**2 - P0 * P2)
leverage = 100 * sp.diff(K, P1) * P1 / K
