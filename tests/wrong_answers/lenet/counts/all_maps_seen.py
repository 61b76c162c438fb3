"""Loses counts-table: Count the maps that are seen"""


def counts(seen, size, places):
    n = len(seen) * (size**2 * seen.shape[1] + 1)
    return [n, n * places]
