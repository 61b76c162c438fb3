import itertools


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return next(n for n in itertools.count(1) if factor ** (n - 1) < limit)
