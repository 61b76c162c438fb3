def at_least(n, m):
    return [12] * n + [6 - 12 * m]
