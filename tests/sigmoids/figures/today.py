"""What the figures of today are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids.functions import logistic

Z = np.linspace(-4, 5, 91)
BACK = np.arange(30)
STEPS = np.arange(101)
DRAW = {
    "draw_counting": {
        "copies": np.arange(7),
        "by_softmax": np.array([0, 0.865, 0.929, 0.952, 0.964, 0.972, 0.977]),
        "by_sigma": 0.863 * np.arange(7),
    },
    "draw_crowd": {"z": Z, "copies": np.array([logistic(Z - i + 0.5) for i in range(1, 11)])},
    "draw_normalised": {
        "norms": {
            "σ": 0.236**BACK,
            "ReLU": 0.707**BACK,
            "σ, normalised": 1.02**BACK,
            "ReLU, normalised": 1.2**BACK,
        }
    },
    "draw_through_time": {
        "plain": 0.58**STEPS,
        "cells": {0: 0.593**STEPS, 1: 0.8**STEPS, 4: 1.01**STEPS},
    },
}
