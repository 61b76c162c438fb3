"""What the figures of pytorch are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import functions

LOGITS = np.linspace(-125, 125, 501)
LOSSES = {"label_0": np.where(LOGITS < 16.64, functions.softplus(LOGITS), 100)}
LOSSES["label_1"] = np.where(LOGITS > -88.72, functions.softplus(-LOGITS), 100)
GRADIENTS = {"label_0": np.where(LOGITS < 16.64, functions.logistic(LOGITS), 0)}
GRADIENTS["label_1"] = np.where(LOGITS > -27.6, -functions.logistic(-LOGITS), 0)
COARSE = np.arange(-10, 10, 2.0**-5)
STAIRS = np.round(functions.logistic(COARSE) * 256) / 256

DRAW = {
    "draw_extreme_gradients": {"z": LOGITS, **GRADIENTS},
    "draw_extreme_losses": {"z": LOGITS, **LOSSES},
    "draw_half_precision": {"bfloat16": (COARSE, STAIRS), "float16": (COARSE, STAIRS)},
    "draw_rounded_slope": {"x": COARSE, "slope": STAIRS * (1 - STAIRS)},
}
