import sympy as sp

gain = sp.Rational("1.672") / 100 / (sp.Rational("17.95") / 10000)
