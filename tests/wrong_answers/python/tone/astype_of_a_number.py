"""Loses tone-check: A plain number has no `astype`
Loses tone-bytes: `tone` at an input not shown here stops with AttributeError:
"""

from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (pixels.astype(float) - 128) / 128)
