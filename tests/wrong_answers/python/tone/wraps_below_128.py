"""Loses tone-bytes: wraps round: `uint8` has no negative numbers"""

from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * ((pixels - 128) / 128))
