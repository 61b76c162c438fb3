def tanh_polynomial(order):
    T = [0, 1]
    for _ in range(order):
        slope = [*(k * c for k, c in enumerate(T) if k), 0, 0]
        T = [a - b for a, b in zip(slope, [0, 0, *slope[:-2]], strict=True)]
    return T
