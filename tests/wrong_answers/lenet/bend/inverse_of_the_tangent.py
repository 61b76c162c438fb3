"""Loses bend-check: The inverse of tanh is `sp.atanh`; `sp.atan` is that of the"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = sp.atan(1 / sp.sqrt(3)) / S
