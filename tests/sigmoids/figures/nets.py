"""What the figures of nets are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids.functions import logistic
from sigmoids.models.cortex import Pair

X = np.linspace(-6, 6, 121)
MEMORY = Pair("memory", 0.0, 0.0)
DRAW = {
    "draw_hysteresis": {
        "P": np.array([-0.8, 0.2, 0.3, 0.2, -0.1, -0.4, -0.3, 0.0, 0.8]),
        "E": np.array([-0.024, 0.02, 0.06, 0.13, 0.22, 0.35, 0.41, 0.44, 0.46]),
        "stable": np.array([True] * 3 + [False] * 2 + [True] * 4),
    },
    "draw_population": {
        "x": X,
        "sigma": logistic(X),
        "few": np.log(np.arange(1, 13) / np.arange(12, 0, -1)),
        "many": np.log(np.arange(1, 1001) / np.arange(1000, 0, -1)),
    },
    "draw_recall": {
        "images": {name: np.outer(X[:8], X[:8]) / 36 for name in ("given", "λ = 8", "λ = 1")}
    },
    "draw_regime": {
        "still_e": MEMORY.still_e(np.linspace(-12, 14, 261)),
        "still_i": MEMORY.still_i(np.linspace(-12, 14, 261)),
        "points": [(e, i, kind == "stable") for e, i, kind in MEMORY.fixed_points()],
        "path": MEMORY.path((0.1, 0.3), np.linspace(0, 20, 81)),
    },
    "draw_rhythm": {
        "P": [1.07, 1.1, 1.25, 1.4, 1.6, 1.8],
        "hertz": [6, 13, 25, 33, 42, 50],
        "first": 1.0682,
        "rest": (1.0873, 1.8793),
    },
    "draw_stairs": {
        "way": np.linspace(0, 0.4, 9),
        "losses": {
            "σ(z)": np.array([6.4, 5.0, 4.3, 3.9, 3.5, 3.3, 3.1, 3.0, 2.8]),
            "σ(20z)": np.array([4, 4.4, 3.5, 1, 0.5, 0, 0, 0, 0]),
            "threshold": np.array([4, 5, 3.5, 1.5, 0.5, 0, 0, 0, 0]),
        },
    },
}
