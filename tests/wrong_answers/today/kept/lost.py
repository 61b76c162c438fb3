"""Loses kept-check: lost, not left"""

from sigmoids.functions import logistic

kept = 1 - logistic(3.0) ** 20
