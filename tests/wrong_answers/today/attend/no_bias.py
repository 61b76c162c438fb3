"""Loses attend-check: The bias is missing
Loses attend-count: The bias is missing
"""

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores) @ values
