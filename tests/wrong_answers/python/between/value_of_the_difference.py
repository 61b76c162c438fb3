"""Loses between-check: the value of the difference
Loses between-digits: gives 0.731059"""

from scipy.special import expit


def between(a, b):
    return expit(b - a)
