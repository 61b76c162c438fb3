"""What the figures of properties are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import functions

TAYLOR = [functions.logistic_derivative(0.0, n) for n in range(10)]
TAYLOR = [derivative / np.prod(np.arange(1.0, n + 1)) for n, derivative in enumerate(TAYLOR)]
SAMPLE = functions.logit(np.random.default_rng(1845).random(10_000))

DRAW = {
    "draw_complement": {},
    "draw_logistic_sample": {"sample": SAMPLE},
    "draw_tails": {},
    "draw_taylor": {"coefficients": TAYLOR, "degrees": (1, 3, 7)},
    "draw_widths": {},
}
