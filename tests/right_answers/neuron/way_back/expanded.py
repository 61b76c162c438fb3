import sympy as sp

x, v, h, a, t = sp.symbols("x v h a t")
way_back = sp.expand((a - t) * v * x * (1 - h) * (1 + h))
