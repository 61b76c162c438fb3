import sympy as sp

alpha = sp.symbols("alpha", real=True)
leaky_scale = (sp.Rational(1, 2) * (1 + alpha**2)) ** sp.Rational(-1, 2)
