"""Loses layers_until-edges: It is wrong at a factor and a limit that are not shown here"""


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    layers, left = 1, 1.0
    while left >= max(limit, 1e-18):
        layers, left = layers + 1, left * factor
    return layers
