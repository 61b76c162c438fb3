"""Loses subsample-check: still goes through the curve"""


def subsample(units, coefficient, bias):
    h, w = units.shape
    return coefficient * units.reshape(h // 2, 2, w // 2, 2).sum(axis=(1, 3)) + bias
