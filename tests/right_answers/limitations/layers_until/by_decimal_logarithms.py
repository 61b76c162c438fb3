import math


def layers_until(factor, limit):
    if factor >= 1:
        return 0.0
    layers = math.floor(math.log10(limit) / math.log10(factor)) + 1.0
    while factor ** (layers - 1) >= limit:
        layers += 1
    return layers
