import sympy as sp

a, r = sp.symbols("a r", positive=True)
x, theta = sp.symbols("x theta", real=True)
S = 1 / (1 + sp.exp(-a * (x - theta)))
least_c1 = 1 / sp.diff(S / (1 + r * S), x).subs(x, theta)
