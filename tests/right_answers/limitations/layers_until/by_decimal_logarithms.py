import math


def layers_until(factor, limit):
    if factor >= 1:
        return 0.0
    return math.floor(math.log10(limit) / math.log10(factor)) + 2.0
