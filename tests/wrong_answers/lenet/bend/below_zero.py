"""Loses bend-check: That is the place below 0. The one above 0 is asked for"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = -sp.atanh(1 / sp.sqrt(3)) / S
