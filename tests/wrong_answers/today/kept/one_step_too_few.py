"""Loses kept-check: These are 19 steps"""

from sigmoids.functions import logistic

kept = logistic(3) ** 19
