import math


def harder_by(first, second):
    only_first = only_second = 0
    for a, b in zip(first, second, strict=True):
        only_first += bool(a) and not b
        only_second += bool(b) and not a
    return math.log(only_first / only_second)
