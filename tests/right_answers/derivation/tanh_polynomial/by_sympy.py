import sympy as sp


def tanh_polynomial(order):
    h = sp.Symbol("h")
    T = h
    for _ in range(order):
        T = sp.expand((1 - h**2) * T.diff(h))
    return [int(T.coeff(h, k)) for k in range(order + 2)]
