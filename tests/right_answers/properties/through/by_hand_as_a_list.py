import math


def through(x1, s1, x2, s2):
    z1, z2 = math.log(s1 / (1 - s1)), math.log(s2 / (1 - s2))
    return [(z2 - z1) / (x2 - x1), (x1 * z2 - x2 * z1) / (z2 - z1)]
