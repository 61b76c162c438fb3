import sympy as sp

s, t = sp.symbols("s t", positive=True)
o = sp.Mul(s / (1 - s), t / (1 - t), evaluate=False)
joint = o / (1 + o)
