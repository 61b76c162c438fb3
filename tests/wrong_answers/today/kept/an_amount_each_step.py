"""Loses kept-check: not by an amount"""

from sigmoids.functions import logistic

kept = 1 - 20 * (1 - logistic(3.0))
