"""Loses layers_until-edges: `layers_until(1.5, 0.01)` returns nothing yet. End each path"""


def layers_until(factor, limit):
    if factor < 1:
        n = 1
        while factor ** (n - 1) >= limit:
            n += 1
        return n
