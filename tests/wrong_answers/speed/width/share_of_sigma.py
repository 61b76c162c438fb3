"""Loses width-check: ReLU still takes one of them"""

import sympy as sp

c, s = sp.symbols("c s")
width = (c / s - c) / 2
