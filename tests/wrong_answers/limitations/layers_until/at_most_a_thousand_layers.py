"""Loses layers_until-edges: Do not stop the count early"""


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    for layers in range(1, 1000):
        if factor ** (layers - 1) < limit:
            return layers
    return 0
