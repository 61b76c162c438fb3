"""The logistic curve laid over counts: through three of them, by least squares, and how sure.

Counts may be persons, millions of persons or amounts; K comes back in their unit, r in one over
the unit of t.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy import optimize, special


@dataclass(frozen=True)
class Growth:
    """The logistic curve as 1/(u + e^(−a − r(t − m))), u = 1/K; with u = 0 it has no ceiling.

    `squares` is the sum of the squared misses of the counts it was fitted to.
    """

    u: float
    a: float
    r: float
    m: float
    squares: float

    @property
    def K(self) -> float:
        return 1 / self.u if self.u else math.inf

    @property
    def t0(self) -> float:
        return self.m - (self.a + math.log(self.u)) / self.r if self.u else math.inf

    def __call__(self, t):
        return 1 / (self.u + np.exp(-self.a - self.r * (np.asarray(t) - self.m)))


def three_points(t, p) -> Growth:
    """The logistic curve through three counts at equal distances in time. Verhulst 1845.

    `t`: (3,) times; `p`: (3,) counts that rise by a factor that falls. Along the curve 1/P nears
    1/K in geometric progression, so (1/p₁ - 1/K)² = (1/p₀ - 1/K)(1/p₂ - 1/K). Raises ValueError
    if no such curve exists.
    """
    t, p = np.asarray(t, dtype=float), np.asarray(p, dtype=float)
    if t.shape != (3,) or p.shape != (3,):
        raise ValueError(f"expected three times and three counts, got {t.shape} and {p.shape}.")
    first, second = np.diff(t)
    if not (first > 0 and math.isclose(first, second, rel_tol=1e-9)):
        raise ValueError(f"the times must rise by equal steps, got {first:g} and {second:g}.")
    p0, p1, p2 = map(float, p)
    if not 0 < p0 < p1 < p2 or p1 / p0 <= p2 / p1:
        raise ValueError(
            "the counts must be positive and rise by a factor that falls, else the curve has no "
            f"ceiling above them; got {p0:g}, {p1:g}, {p2:g}."
        )
    fall, next_fall = 1 / p0 - 1 / p1, 1 / p1 - 1 / p2
    u = 1 / p2 - next_fall**2 / (fall - next_fall)
    return Growth(u, -math.log(1 / p1 - u), math.log(fall / next_fall) / first, float(t[1]), 0.0)


def fit(t, p, *, K: float | None = None) -> Growth:
    """Least squares of a logistic curve to counts, K > 0 free (∞ is allowed) or given.

    `t`: (n,) times; `p`: (n,) counts, n ≥ 3. Raises ValueError for fewer.
    """
    t, p = np.asarray(t, dtype=float), np.asarray(p, dtype=float)
    if len(t) < 3:
        raise ValueError(f"three counts at least are needed for three numbers; got {len(t)}.")
    scale = 2.0 ** round(math.log2(p.max()))  # in single persons the search ends far too early
    near = _fit(t, p / scale, None if K is None else scale / K)
    a, squares = near.a + math.log(scale), near.squares * scale**2
    return Growth(near.u / scale, a, near.r, near.m, squares)


def _fit(t, p, given: float | None) -> Growth:
    """The same for counts near 1; `given` is u = 1/K, or None."""
    m = t.mean()

    def misses(x, u):
        with np.errstate(all="ignore"):
            return 1 / (u + np.exp(-x[0] - x[1] * (t - m))) - p

    def start(u):  # a line through the log-odds, weighted by how much they move the curve
        free = np.maximum(0.02, 1 - u * p)
        r, a = np.polyfit(t - m, np.log(p / free), 1, w=p * free)
        return [a, r, u]

    def descend(function, x):
        tight = dict.fromkeys(("xtol", "ftol", "gtol"), 1e-15)
        return optimize.least_squares(function, x, method="lm", x_scale="jac", **tight)

    if given is None:
        tries = [start(f / p.max()) for f in (0, 0.3, 0.6, 0.9, 0.99)]
        near = min(tries, key=lambda x: np.sum(misses(x, x[2]) ** 2))
        found = descend(lambda x: misses(x, x[2]), near)
        if found.x[2] > 0:
            a, r, u = map(float, found.x)
            return Growth(u, a, r, m, 2 * found.cost)
    u = given or 0.0
    found = descend(lambda x: misses(x, u), start(u)[:2])
    return Growth(u, *map(float, found.x), m, 2 * found.cost)


def factor(n: int) -> float:
    """By how much the least sum of squares grows at the ends of a 95% range, from n counts.

    1 + F/(n − 3), F the 95% point of Fisher's distribution for 1 and n − 3 degrees of freedom:
    exact for a curve that is linear in its numbers, with independent normal errors of one spread.
    """
    return 1 + special.fdtri(1, n - 3, 0.95) / (n - 3) if n > 3 else math.inf


def capacity_range(t, p) -> tuple[Growth, Growth]:
    """The curves at the two ends of the 95% range of K: all K whose best curve fits nearly as well.

    "Nearly" is `factor(n)` times the squares of the best curve. The upper K is ∞ where even a
    curve without a ceiling fits that well. Raises ValueError for fewer than four counts.
    """
    if len(t) < 4:
        raise ValueError(f"three counts fix three numbers; a range needs four. Got {len(t)}.")
    best = fit(t, p)
    limit = best.squares * factor(len(t))

    def over(u):
        return fit(t, p, K=1 / u if u else math.inf).squares - limit

    def edge(outer):
        u = optimize.brentq(over, best.u, outer, xtol=1e-12 / np.max(p))
        return fit(t, p, K=1 / u)

    outer = max(best.u, 0.01 / np.max(p))
    while over(outer) <= 0:
        outer *= 1.2
    return edge(outer), fit(t, p, K=math.inf) if over(0) <= 0 else edge(0)
