import sympy as sp

alpha = sp.symbols("alpha", real=True)
alpha = sp.symbols("alpha")
leaky_scale = sp.sqrt(2) / sp.sqrt(1 + alpha**2)
