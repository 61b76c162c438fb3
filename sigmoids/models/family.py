"""S-curves laid over each other: alike in slope, spread or where they are half way."""

import numpy as np
from scipy import optimize

from sigmoids import functions as f

# Of each curve as a distribution function (1 + y)/2; the three that bend up have none.
VARIANCE = dict.fromkeys(("logistic", "tanh"), np.pi**2 / 12)
VARIANCE |= {"erf": 2 / np.pi, "gudermannian": 1.0, "gompertz": np.pi**2 / 6}


def standard(name: str, z):
    """The curve as `functions` has it, from −1 to 1."""
    if name == "gompertz":
        return 2 * f.gompertz(z) - 1
    return f.FAMILY["tanh" if name == "logistic" else name].function(z)


def place(name: str, fair: str) -> tuple[float, float]:
    """z at x = 0 and z per unit of x that lay the curve fairly; NaN where it has no variance."""
    if fair == "variance":
        mean = np.euler_gamma if name == "gompertz" else 0.0
        return mean, np.sqrt(VARIANCE.get(name, np.nan))
    if name == "gompertz":
        median, low, high = -np.log(np.log([2, 4, 4 / 3]))
        return (median, 1 / np.log(2)) if fair == "slope" else ((low + high) / 2, (high - low) / 2)
    if fair == "slope":
        return 0.0, 1.0
    return 0.0, optimize.brentq(lambda z: standard(name, z) - 0.5, 0, 2, xtol=1e-15)


def curve(name: str, fair: str, x):
    """Height in (−1, 1) of the curve laid fairly; NaN where it has no variance."""
    start, scale = place(name, fair)
    return standard(name, start + scale * np.asarray(x))


def left(name: str, fair: str, x):
    """What is left to the ceiling where x ≥ 0, to the floor where x < 0."""
    start, scale = place(name, fair)
    x = np.asarray(x)
    z = start + scale * x
    if name == "gompertz":
        return np.where(x < 0, 2 * f.gompertz(z), -2 * np.expm1(-np.exp(-z)))
    return f.FAMILY["tanh" if name == "logistic" else name].tail(np.abs(z))
