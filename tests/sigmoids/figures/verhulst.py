"""What the figures of Verhulst are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import datasets, growth

FIRST, SECOND = datasets.load_belgium(1838), datasets.load_belgium(1845)
CURVES = [growth.three_points(*counts) for counts in (FIRST, SECOND)]
SHIFT = np.linspace(-2, 2, 398)  # no point at a pole

DRAW = {
    "draw_belgium_forecasts": {
        "forecasts": {
            "1838": (*FIRST, CURVES[0], CURVES[0].K),
            "1845": (*SECOND, CURVES[1], CURVES[1].K),
        },
        "later": (1967, 9.581e6),
    },
    "draw_one_per_cent": {
        "shift": SHIFT,
        "ceilings": {
            "law of 1847": (9.44 / (1 + SHIFT / 0.78), -0.78),
            "Gompertz": (7.36 / (1 + SHIFT / 1.74), -1.74),
            "logistic": (6.58 / (1 + SHIFT / 1.74), -1.74),
        },
    },
    "draw_three_phases": {},
}
