"""Loses width-check: You compare with the layer with ReLU"""

import sympy as sp

c, s = sp.symbols("c s")
width = ((c - 1) / s - 1) / 2
