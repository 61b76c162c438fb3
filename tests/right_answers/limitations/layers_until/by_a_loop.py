def layers_until(factor, limit):
    layers, left = 1, 1.0
    while left >= limit:
        if factor >= 1:
            return 0
        layers, left = layers + 1, left * factor
    return layers
