import sympy as sp

kept = (1 / (1 + sp.exp(-3))) ** 20
