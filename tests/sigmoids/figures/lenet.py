"""What the figures of lenet are drawn with in the tests, much as the chapter gives it."""

import numpy as np

from sigmoids import datasets

DIGITS = datasets.load_digits()
PLACES = [int(np.flatnonzero(DIGITS.labels == d)[0]) for d in range(10)]
SMALL = DIGITS.images[PLACES][:, 2:26:2, 7:21:2] / 255  # (10, 12, 7)
Z = np.linspace(-4, 4, 81)
F = 1.7159 * np.tanh(2 * Z / 3)
EPOCHS = np.arange(16)
DRAW = {
    "draw_codes": {"rows": {"wanted": np.sign(SMALL - 0.3), "tanh": 2 * SMALL - 1, "σ": SMALL}},
    "draw_confusion": {"table": np.random.default_rng(1).poisson(0.6, (10, 10))},
    "draw_first_layer": {
        "ink": np.pad(DIGITS.images[5] / 255, 2),
        "kernels": np.random.default_rng(1).uniform(-1, 1, (6, 5, 5)),
        "maps": np.array([1.7, -1.7, 1, -1, 0.5, -0.5])[:, None, None] * DIGITS.images[5] / 255,
    },
    "draw_mistakes": {
        "images": DIGITS.images[:18],
        "labels": DIGITS.labels[:18],
        "named": 9 - DIGITS.labels[:18],
    },
    "draw_squash": {"z": Z, "f": F, "bend": -8 / 9 * F * (1 - (F / 1.7159) ** 2)},
    "draw_test_errors": {
        "curves": {
            "tanh": 0.85 + np.outer((0.9, 1, 1.1), 1.6 * 0.8**EPOCHS),
            "sigmoid": 1 + np.outer((0.9, 1, 1.1), 2.4 * 0.8**EPOCHS),
            "relu": 0.9 + np.outer((0.9, 1, 1.1), 0.9 * 0.6**EPOCHS),
        },
        "published": 0.95,
    },
}
