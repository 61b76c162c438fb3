"""Two populations of neurons that excite and inhibit each other, by Wilson and Cowan."""

import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from sigmoids.functions import logistic, logistic_slope

# Couplings c₁ to c₄, then (a, θ) of the excitatory and of the inhibitory response, and the P to
# start with. The first two sets stand under Figures 11a and 4 of Wilson and Cowan 1972; the third
# has a quarter of the second's couplings.
SETS = {
    "rhythm": {
        "label": "strong: can oscillate",
        "c": [16, 12, 15, 3],
        "a": [1.3, 2],
        "theta": [4, 3.7],
        "P": 1.25,
    },
    "memory": {
        "label": "strong: can remember",
        "c": [12, 4, 13, 11],
        "a": [1.2, 1],
        "theta": [2.8, 4],
        "P": 0.0,
    },
    "weak": {
        "label": "weak: can only rest",
        "c": [3, 1, 3.25, 2.75],
        "a": [1.2, 1],
        "theta": [2.8, 4],
        "P": 1.25,
    },
}


class Pair:
    """E′ = −E + (kₑ − E) Sₑ(c₁E − c₂I + P) and I′ = −I + (kᵢ − I) Sᵢ(c₃E − c₄I + Q).

    S(x) = σ(a(x − θ)) − σ(−aθ) is the response of a population and k = σ(aθ) its limit. Time is
    in units of τ. Wilson and Cowan 1972, equations 11, 12 and 15 with r = 1, in a transcription;
    their k is the greatest S. The Virtual Brain's wilson_cowan.py has Figure 4's numbers, too, but
    k = 1, which moves the fixed points a little and changes none of their kinds.
    """

    def __init__(self, coupling: str, P: float, Q: float):
        self.c, self.P, self.Q = SETS[coupling]["c"], P, Q
        self.a, self.theta = np.array(SETS[coupling]["a"]), np.array(SETS[coupling]["theta"])
        self.k = logistic(self.a * self.theta)

    def response(self, x, which: int):
        """S of the excitatory (0) or the inhibitory (1) population."""
        a, theta = self.a[which], self.theta[which]
        return logistic(a * (x - theta)) - logistic(-a * theta)

    def inputs(self, e, i):
        """What reaches the excitatory and the inhibitory population."""
        c1, c2, c3, c4 = self.c
        return c1 * e - c2 * i + self.P, c3 * e - c4 * i + self.Q

    def flow(self, t, state):
        """(E′, I′)."""
        e, i = state
        x, y = self.inputs(e, i)
        to_e, to_i = (self.k[0] - e) * self.response(x, 0), (self.k[1] - i) * self.response(y, 1)
        return [to_e - e, to_i - i]

    def jacobian(self, e: float, i: float) -> np.ndarray:
        """The derivative of the flow, 2 × 2."""
        c1, c2, c3, c4 = self.c
        x = np.array(self.inputs(e, i))
        gain = (self.k - [e, i]) * self.a * logistic_slope(self.a * (x - self.theta))
        decay = np.diag([1 + self.response(x[0], 0), 1 + self.response(x[1], 1)])
        return np.array([[c1, -c2], [c3, -c4]]) * gain[:, None] - decay

    def still_e(self, x):
        """(E, I) where E stands still, for each input x to E."""
        s = self.response(x, 0)
        e = self.k[0] * s / (1 + s)
        return e, (self.c[0] * e + self.P - x) / self.c[1]

    def still_i(self, x):
        """(E, I) where I stands still, for each input x to I."""
        s = self.response(x, 1)
        i = self.k[1] * s / (1 + s)
        return (x + self.c[3] * i - self.Q) / self.c[2], i

    def fixed_points(self) -> list[tuple[float, float, str]]:
        """All (E, I, "stable", "saddle" or "unstable"), from low to high E."""

        def change(x):
            return self.flow(0, self.still_i(x))[0]

        x = np.linspace(-12, 14, 5201)
        values, found = change(x), []
        for j in np.flatnonzero((values[:-1] > 0) != (values[1:] > 0)):
            e, i = map(float, self.still_i(brentq(change, x[j], x[j + 1], xtol=1e-13)))
            rates = np.linalg.eigvals(self.jacobian(e, i)).real
            kind = "stable" if max(rates) < 0 else "saddle" if min(rates) < 0 else "unstable"
            found.append((e, i, kind))
        return sorted(found)

    def path(self, start, times) -> np.ndarray:
        """(E, I) at the times, which may run backward, from a start at the first of them."""

        def far(t, state):
            return 1 - max(abs(state[0]), abs(state[1]))

        far.terminal = True
        ends, exact = (times[0], times[-1]), {"rtol": 1e-9, "atol": 1e-11}
        return solve_ivp(self.flow, ends, start, t_eval=times, events=far, **exact).y
