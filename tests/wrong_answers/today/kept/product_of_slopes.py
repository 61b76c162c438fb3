"""Loses kept-check: A product of slopes"""

from sigmoids.functions import logistic_slope

kept = logistic_slope(3.0) ** 20
