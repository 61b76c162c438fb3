def counts(seen, size, places):
    n = sum(size * size * sum(row) + 1 for row in seen.tolist())
    return [n, n * places]
