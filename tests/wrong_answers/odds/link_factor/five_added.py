"""Loses link_factor-check: with 5 added
Loses link_factor-half: element 0 is 0
"""

from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    return logit(p) / (5 + special.ndtri(p))
