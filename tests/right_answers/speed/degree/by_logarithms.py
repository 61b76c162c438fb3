import math


def degree(entries, digits):
    lowest = -(digits + 1) * math.log(2)
    log_r = math.log(math.log(2) / (2 * entries))
    for d in range(1, 1000):
        if (d + 1) * log_r - math.lgamma(d + 2) <= lowest:
            return float(d)
