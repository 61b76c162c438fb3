def rating_change(own, other, result, K):
    odds = 10 ** ((own - other) / 400)
    return K * (result - 1 / (1 + 1 / odds))
