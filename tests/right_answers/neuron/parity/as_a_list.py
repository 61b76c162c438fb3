def parity(n):
    return [20 if j % 2 == 0 else -20 for j in range(n)] + [-10]
