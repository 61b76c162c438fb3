"""Loses joint-check: From odds o back to the probability is o/(1 + o), with a plus"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
o = s * t / ((1 - s) * (1 - t))
joint = o / (1 - o)
