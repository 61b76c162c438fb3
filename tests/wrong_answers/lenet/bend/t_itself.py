"""Loses bend-check: 1/√3 is t, the tanh of Sz. Which z has it?"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = 1 / sp.sqrt(3)
