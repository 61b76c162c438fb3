def parity(n):
    return [20 * (-1) ** j for j in range(n)] + [-10]
