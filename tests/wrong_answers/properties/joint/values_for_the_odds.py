"""Loses joint-check: st is not the odds: those of s are s/(1 − s)"""

import sympy as sp

s, t = sp.symbols("s t", positive=True)
joint = s * t / (1 + s * t)
