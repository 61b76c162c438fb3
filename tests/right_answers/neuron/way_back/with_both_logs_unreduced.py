import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = (-t / a + (1 - t) / (1 - a)) * a * (1 - a) * v * (1 - h**2) * x
