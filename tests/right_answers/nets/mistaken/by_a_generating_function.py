import sympy as sp

z = sp.Symbol("z")
pairs = [1 / z**k + 2 + z**k for k in (1, 2, 3)]
mistaken = sp.expand(sp.prod(pairs)).coeff(z, 0) - 8
