import sympy as sp

chance = 100 * sp.sqrt(sp.Rational(95, 10_000) * sp.Rational(9905, 10_000) / 10_000)
