"""Loses mean_outcome-check: at a point that is not shown"""

import sympy as sp

theta = sp.Symbol("theta", real=True)
mean_outcome = sp.Piecewise(
    (-0.8509370922208681, theta < -1),
    (-0.43219980492239835, theta < 0),
    (0.25979350036026305, theta < 0.7),
    (0.5752103826044415, theta < 2),
    (0.9479745786165827, True),
)
