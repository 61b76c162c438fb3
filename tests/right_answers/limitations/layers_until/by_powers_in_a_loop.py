def layers_until(factor, limit):
    if factor >= 1:
        return 0
    n = 1
    while factor ** (n - 1) >= limit:
        n += 1
    return n
