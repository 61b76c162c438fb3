"""What the figures of networks are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import datasets

DRAW = {
    "draw_bump_errors": {
        "n": [3, 6, 12, 24, 48, 96],
        "steeper": [0.79, 0.48, 0.26, 0.13, 0.065, 0.033],
        "fixed": [0.8, 0.48, 0.26, 0.15, 0.08, 0.06],
        "bound": [2.1, 1.05, 0.52, 0.26, 0.13, 0.065],
    },
    "draw_confidence": {
        "factor": np.geomspace(0.1, 10, 61),
        "log_loss": np.interp(np.geomspace(0.1, 10, 61), [0.1, 1, 10], [0.64, 0.46, 1.95]),
        "accuracy": 0.778,
    },
    "draw_hidden_plane": {
        "hidden": [(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 1.0)],
        "weights": (10, -10, -5),
    },
    "draw_layer_spread": {"spread": {"σ": [0.2, 0.05, 0.01, 0.003], "tanh": [0.6, 0.5, 0.4, 0.3]}},
    "draw_two_lines": {},
    "draw_xor_losses": dict(zip(("steps", "losses"), datasets.load_xor_losses(), strict=True)),
}
