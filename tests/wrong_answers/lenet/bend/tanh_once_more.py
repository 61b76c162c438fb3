"""Loses bend-check: 1/√3 is the tanh of Sz. You took its tanh once more, not the"""

import sympy as sp

S = sp.Symbol("S", positive=True)
bend = sp.tanh(1 / sp.sqrt(3)) / S
