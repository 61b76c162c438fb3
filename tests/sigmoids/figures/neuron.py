"""What the figures of neuron are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import functions

DRAW = {
    "draw_firing_rate": {
        "drive": np.linspace(-2, 8, 201),
        "noisy": 125 * functions.logistic(np.linspace(-4, 6, 201)),
        "silent": 120 * functions.logistic(np.linspace(-4, 6, 201)),
        "fitted": 122 * functions.logistic(np.linspace(-3, 5, 201)),
        "ceiling": 200.0,
    },
    "draw_spikes": {
        "rows": {0.95: "input 0.95", 1.2: "input 1.2", 2.0: "input 2.0"},
        "tau": 0.02,
        "pause": 0.005,
        "until": 0.19,
    },
    "draw_unit": {},
    "draw_xor_on_a_line": {},
}
