import sympy as sp

s, t = sp.symbols("s t")
joint = 1 / (1 + (1 / s - 1) * (1 / t - 1))
