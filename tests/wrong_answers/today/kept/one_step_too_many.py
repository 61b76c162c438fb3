"""Loses kept-check: `kept` is 0.360474"""

from sigmoids.functions import logistic

kept = logistic(3.0) ** 21
