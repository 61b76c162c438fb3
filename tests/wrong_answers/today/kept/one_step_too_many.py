"""Loses kept-check: These are 21 steps"""

from sigmoids.functions import logistic

kept = logistic(3.0) ** 21
