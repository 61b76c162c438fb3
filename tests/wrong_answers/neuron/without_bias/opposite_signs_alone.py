"""Loses without_bias-check: With weights of opposite signs there are four tables. Equal signs"""

without_bias = 4
