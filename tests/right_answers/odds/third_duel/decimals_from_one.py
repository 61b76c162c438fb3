import sympy as sp

p, q = sp.symbols("p q")
third_duel = 1.0 - (1 - p) * (1 - q) / (1 - p - q + 2.0 * p * q)
