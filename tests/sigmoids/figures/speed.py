"""Arguments of the figures of the chapter on speed: a machine made up, with calls of 300 ns."""

import numpy as np

from sigmoids import figures

SIZE = np.array([10, 10**3, 10**5, 10**7])
CALL = 3e-7 + SIZE * 1e-9
CACHES = {"L1": 49_152, "L2": 2_097_152, "L3": 2**29}
WIDTH = 2 ** np.arange(4, 12)
COUNTED = 12 / (12 + WIDTH)
PROGRAMS = ("torch", "passes", "usual", "expit", "by sign")

DRAW = {
    "draw_copy_bandwidth": {
        "copied": 16 * SIZE,
        "seconds": {"1 thread": CALL, "all threads": CALL / 2 + 3e-7},
        "caches": CACHES,
    },
    "draw_layer_shares": {
        "width": WIDTH,
        "shares": {
            "counted": (COUNTED, figures.GREY),
            "1 thread": (COUNTED**0.8, figures.SIGMA),
            "all threads": (COUNTED**0.82, figures.SKY),
        },
    },
    "draw_ratios": {
        "size": SIZE,
        "ratios": {
            "float32": (np.array([0.2, 1, 3, 0.9]), figures.GREEN, "-"),
            "float64": (np.array([0.2, 1, 3, 1.2]), figures.SIGMA, "-"),
            "float64, AVX2": (np.array([0.2, 0.9, 0.7, 0.8]), figures.SIGMA, "--"),
        },
    },
    "draw_speeds": {
        "size": SIZE,
        "bound": CALL,
        "seconds": {p: (k * CALL, figures.SIGMA) for k, p in enumerate(PROGRAMS, start=2)},
        "caches": CACHES,
    },
}
