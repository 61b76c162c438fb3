import sympy as sp

rise = 2 * sp.log(9)
