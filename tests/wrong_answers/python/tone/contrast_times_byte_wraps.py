"""Loses tone-bytes: wraps round at 256, too"""

from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * pixels / 128 - contrast)
