def ceiling(p):
    from fractions import Fraction as F

    a, b, c = (F(float(q)) for q in p)
    if b * b <= a * c:
        return float("inf")
    return float(b * (a * b + b * c - 2 * a * c) / (b * b - a * c))
