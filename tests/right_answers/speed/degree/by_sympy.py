import sympy as sp


def degree(entries, digits):
    r = sp.log(2) / (2 * entries)
    d = 1
    while (r ** (d + 1) / sp.factorial(d + 1) - sp.Rational(1, 2 ** (digits + 1))).evalf(30) > 0:
        d += 1
    return sp.Integer(d)
