import sympy as sp

S = sp.Symbol("S", positive=True)
t = sp.symbols("t", positive=True)
bend = sp.log((1 + t) / (1 - t)).subs(t, sp.solve(3 * t**2 - 1, t)[0]) / S / 2
