"""Loses layers_until-check: Below is asked for: a gradient equal to the limit is not below it
Loses layers_until-edges: Below is asked for: a gradient equal to the limit is not below it
"""


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    layers, left = 1, 1.0
    while left > limit:
        layers, left = layers + 1, left * factor
    return layers
