"""Loses kept-check: σ of the sum"""

from sigmoids.functions import logistic

kept = logistic(20 * 3.0)
