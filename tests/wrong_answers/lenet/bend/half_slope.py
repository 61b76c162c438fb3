"""Loses bend-check: fallen to a half"""

import sympy as sp

S = sp.Symbol("S")
bend = sp.atanh(1 / sp.sqrt(2)) / S
