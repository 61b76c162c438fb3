"""What the figures of the rediscovery are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import datasets, growth
from sigmoids.functions import gompertz

YEARS, PERSONS = datasets.load_united_states()
MILLIONS = PERSONS / 1e6
DAYS, ALONE = datasets.load_gause("aurelia")
SPHEROID = datasets.load_spheroid()

DRAW = {
    "draw_capacity_ranges": {
        "t": YEARS,
        "p": MILLIONS,
        "best": np.r_[np.inf, np.linspace(130, 500, 14)],
        "low": np.linspace(80, 440, 15),
        "high": np.r_[np.inf, np.linspace(700, 570, 14)],
        "top": 1000,
    },
    "draw_census": {
        "t": YEARS,
        "p": MILLIONS,
        "curve": growth.three_points(YEARS[[0, 6, 12]], MILLIONS[[0, 6, 12]]),
    },
    "draw_gause": {
        "t": DAYS,
        "alone": ALONE,
        "mixed": datasets.load_gause("aurelia", "mixed").p,
        "name": "aurelia",
        "curve": growth.fit(DAYS, ALONE),
    },
    "draw_spheroid": {
        **SPHEROID._asdict(),
        "logistic": growth.fit(*SPHEROID),
        "gompertz": lambda t: 7.48 * gompertz(0.126 * (t - 20.6)),
    },
}
