import sympy as sp

wait = 2 * sp.exp(9)
