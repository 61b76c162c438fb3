import sympy as sp

p, q = sp.symbols("p q")
third_duel = 1 / (1 + sp.exp(-(sp.log(p / (1 - p)) + sp.log(q / (1 - q)))))
