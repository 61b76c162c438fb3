"""Loses joint-check: That is 1 − σ(a + b), the probability that the event does not happen"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = (1 - s) * (1 - t) / (s * t + (1 - s) * (1 - t))
