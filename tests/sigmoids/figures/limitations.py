"""What the figures of limitations are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import functions

INPUTS, CENTRED = np.array([2.0, 8, 32, 128, 512]), [5.5, 7, 8, 8.5, 8.7]
SCALES = np.geomspace(0.25, 25, 40)
ESCAPE = {-4: 71, -6: 426, -8: 3011}
ESCAPE = {z: functions.logistic((np.arange(20_000) - n) / 40) for z, n in ESCAPE.items()}

DRAW = {
    "draw_conditioning": {"inputs": [2, 8, 32, 128, 512], "raw": INPUTS**1.4, "centred": CENTRED},
    "draw_escape": {"squared": ESCAPE, "log": {-8: functions.logistic(np.arange(20_000) - 9)}},
    "draw_explosion_window": {},
    "draw_layer_factor": {"scale": SCALES, "factor": (SCALES / 10) ** 0.5, "nets": [(1, 0.24)]},
}
