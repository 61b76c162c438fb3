import sympy as sp

x = sp.symbols("x", positive=True)
growth = 2 * sp.exp(x / 2) * sp.cosh(x / 2) / x
