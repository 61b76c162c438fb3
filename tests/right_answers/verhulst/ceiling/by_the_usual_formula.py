def ceiling(p):
    a, b, c = (float(count) for count in p)
    if b / a <= c / b:
        return float("inf")
    return b * (a * b + b * c - 2 * a * c) / (b**2 - a * c)
