import math


def degree(entries, digits):
    r = math.log(2) / (2 * entries)
    d, left_out = 1, r * r / 2
    while left_out > 0.5 ** (digits + 1):
        d += 1
        left_out = left_out * r / (d + 1)
    return d
