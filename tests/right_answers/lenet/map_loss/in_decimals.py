from decimal import Decimal as D


def map_loss(penalties, digit, j):
    y = [D(float(v)) for v in [*penalties, j]]
    return float(y[digit] + sum((-v).exp() for v in y).ln())
