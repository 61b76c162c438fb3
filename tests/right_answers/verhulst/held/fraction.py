def held(low, high, best, later):
    from fractions import Fraction

    inside = [a <= x <= b for a, b, x in zip(low, high, best[later:], strict=False)]
    return Fraction(sum(map(int, inside)), len(inside))
