"""Loses late_brake-check: at a point that is not shown"""

import sympy as sp

x, n = sp.symbols("x n", real=True)
late_brake = sp.Piecewise(
    (0.5, sp.Eq(x, 0)),
    (0.8433472560147415, sp.Eq(x, 1)),
    (0.3137696587756711, x < 0),
    (0.7530227246878355, sp.Eq(x, 2)),
    (0.574442516811659, True),
)
