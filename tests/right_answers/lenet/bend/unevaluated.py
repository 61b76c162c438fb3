import sympy as sp

S = sp.Symbol("S", positive=True)
bend = sp.Mul(
    sp.asinh(sp.sqrt(2) / 2, evaluate=False), sp.Pow(S, -1, evaluate=False), evaluate=False
)
