import sympy as sp

x = sp.symbols("x", positive=True)
h = sp.Symbol("h")
s = 1 / (1 + sp.exp(-x))
growth = sp.Derivative(sp.log(h / (1 - h)), h).doit().subs(h, s) * s / x
