"""A number of SymPy."""

import sympy as sp

after = sp.Rational(2, 3)
