def at_least(n, m):
    return [1000.0] * n + [500.0 - 1000.0 * m]
