"""Loses layers_until-edges: `layers_until(0.999, 0.01)` calls itself deeper than Python allows"""


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return 1 if limit > 1 else 1 + layers_until(factor, limit / factor)
