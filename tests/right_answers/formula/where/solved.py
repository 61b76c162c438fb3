import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
x = sp.symbols("x")
where = sp.solve(sp.Eq(y, L / (1 + sp.exp(-k * (x - m)))), x)[0]
