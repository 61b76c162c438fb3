"""What the figures of myths are drawn with in the tests, as the chapter gives it."""

import numpy as np

UNTAUGHT = np.random.default_rng(1989).uniform(size=1000) ** 2

DRAW = {
    "draw_claimed_shares": {"share": UNTAUGHT, "prior": 0.37},
    "draw_parity": {"bits": 10},
    "draw_pulls": {"pulls": np.array([[0.45, 0.1], [-0.05, -0.4]])},
}
