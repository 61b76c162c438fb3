import sympy as sp

c, s, w = sp.symbols("c s w", positive=True)
width = sp.solve(sp.Eq(1 - (2 * w + 1) / (2 * w + c), s), w)[0]
