import sympy as sp

bits = sp.Integer(8)
zero_at = -134 * sp.log(2)
