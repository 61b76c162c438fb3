import sympy as sp

first_one = 11 * sp.log(2)
