import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = 1 / (1 + sp.exp(-sp.log(s / (1 - s)) - sp.log(t / (1 - t)), evaluate=False))
