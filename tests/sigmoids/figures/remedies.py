"""What the figures of remedies are drawn with in the tests, as the chapter gives it."""

import numpy as np

SCALES = np.geomspace(0.25, 25, 40)
FACTORS = {"sigmoid": SCALES / (4 + SCALES), "tanh": SCALES**0.5, "relu": SCALES / 2**0.5}

DRAW = {
    "draw_activations": {},
    "draw_layer_factors": {"scale": SCALES, "factors": FACTORS},
    "draw_memory": {},
}
