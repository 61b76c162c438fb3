import math


def route(affinity, bias, k):
    score = [1 / (1 + math.exp(-a)) for a in affinity]
    gates = [0.0] * len(score)
    for _ in range(k):
        left = [i for i in range(len(score)) if not gates[i]]
        best = max(left, key=lambda i: score[i] + bias[i])
        gates[best] = score[best]
    return [g / sum(gates) for g in gates]
