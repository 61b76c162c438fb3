import sympy as sp

without_bias = sp.Integer(6)
