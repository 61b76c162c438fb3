"""Loses bend-check: `bend` holds A"""

import sympy as sp

A, S = sp.symbols("A S")
bend = A * sp.atanh(1 / sp.sqrt(3)) / S
