"""What the figures of probability are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import datasets, functions

FEATURES, MALIGNANT, _ = datasets.load_breast_cancer()
RADIUS = FEATURES[:, 0]
SCORE = 1.0336 * RADIUS - 15.246  # the logistic regression on all 569
FORECASTS = {"p": functions.logistic(SCORE), "p_sure": functions.logistic(10 * SCORE)}
RIDGE = 10.0 ** np.arange(-4, 0.5, 0.5)
RIDGE_LOSSES = {
    "training": [0.017, 0.027, 0.038, 0.050, 0.066, 0.090, 0.127, 0.187, 0.278],
    "held_out": [0.123, 0.101, 0.088, 0.083, 0.088, 0.103, 0.135, 0.192, 0.281],
}

DRAW = {
    "draw_costs": {**FORECASTS, "y": MALIGNANT},
    "draw_expected_losses": {},
    "draw_loss_pulls": {},
    "draw_one_feature": {"x": RADIUS, "y": MALIGNANT, "w": 1.0336, "b": -15.246},
    "draw_reliability": {**FORECASTS, "y": MALIGNANT},
    "draw_ridge": {"ridge": RIDGE, **RIDGE_LOSSES},
}
