"""Loses kept-check: That is in per cent. A number from 0 to 1 is wanted"""

from sigmoids.functions import logistic

kept = 100 * logistic(3) ** 20
