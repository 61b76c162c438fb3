"""Loses leverage-check: The slope is multiplied by P₁ and divided by K; you have it the"""

import sympy as sp

P0, P1, P2 = sp.symbols("P0 P1 P2", positive=True)
K = P1 * (P0 * P1 + P1 * P2 - 2 * P0 * P2) / (P1**2 - P0 * P2)
leverage = sp.diff(K, P1) * K / P1
