import sympy as sp

late = 30 * sp.log(99) / sp.log(9)
