"""Loses kept-check: That is left after one step"""

from sigmoids.functions import logistic

kept = logistic(3.0)
