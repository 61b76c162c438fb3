"""Loses leverage-check: The slope of a quotient is not the quotient of the slopes"""

import sympy as sp

P0, P1, P2 = sp.symbols("P0 P1 P2", positive=True)
K = P1 * (P0 * P1 + P1 * P2 - 2 * P0 * P2)
D = P1**2 - P0 * P2
leverage = sp.diff(K, P1) / sp.diff(D, P1) * P1 / (K / D)
