from collections import Counter

import sympy as sp


def harder_by(first, second):
    seen = Counter((int(a), int(b)) for a, b in zip(first, second, strict=True))
    return sp.log(sp.Rational(seen[1, 0], seen[0, 1]))
