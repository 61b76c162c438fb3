"""Loses between-check: which is only near
Loses between-digits: gives"""

from scipy.special import expit


def between(a, b):
    m = (a + b) / 2
    return (b - a) * expit(m) * expit(-m)
