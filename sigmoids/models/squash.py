"""Normally spread scores, and the probabilities σ(z/T) that they become."""

import numpy as np
from scipy import special

from sigmoids import functions as f


def share_below(p, *, m: float, s: float, T: float):
    """The share of the probabilities σ(z/T) below p. Scores z are normal: mean m, deviation s."""
    return special.ndtr((T * f.logit(p) - m) / s)


def mean_probability(*, m: float, s: float, T: float) -> float:
    """The mean of σ(z/T), by the trapezoidal rule with steps that resolve σ."""
    z = np.arange(-16, 16, min(0.4, 0.45 * T / s))
    return float(np.average(f.logistic((m + s * z) / T), weights=np.exp(-(z**2) / 2)))
