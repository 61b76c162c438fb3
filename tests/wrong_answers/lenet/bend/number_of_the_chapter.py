"""Loses bend-check: 0.988 is the place for S = ⅔. Write it for any S"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = 0.988
