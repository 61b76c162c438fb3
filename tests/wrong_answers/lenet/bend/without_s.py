"""Loses bend-check: S = 1 only"""

import sympy as sp

bend = sp.atanh(1 / sp.sqrt(3))
