"""Loses to_population-check: The logit is a natural logarithm, so the shift is
Loses to_population-ends: element 1 is 0.425306, and 0.333333 is right
"""

import numpy as np
from scipy import special


def to_population(p, kept):
    return special.expit(special.logit(p) + np.log10(kept))
