"""What the figures of python are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import functions

X = np.arange(-40 * 8, 36 * 8) / 8
ULP_ERRORS = {name: np.ones_like(X) for name in ("usual", "by sign")}
ULP_ERRORS["tanh"] = np.exp(np.maximum(-X, 0)) / 4
FAR = np.arange(8, 40 * 8) / 8
LOST = dict.fromkeys(("1 - σ(x)", "ln σ(x)"), 2.0**-53 * np.exp(FAR))
LOST |= {"logit(σ(x))": 2.0**-53 * np.exp(FAR) / FAR, "σ(-x)": np.full_like(FAR, 2.0**-53)}

DRAW = {
    "draw_lost_digits": {"x": FAR, "errors": LOST},
    "draw_through_origin": {
        "x": X / 4,
        "s": functions.logistic(X / 4),
        "slope": functions.logistic_slope(X / 4),
    },
    "draw_ulp_errors": {"x": X, "errors": ULP_ERRORS},
}
