import math


def log_loss(z, y):
    total = 0.0
    for score, label in zip(z, y, strict=True):
        wrong = -score if label == 1 else score
        total += max(wrong, 0) + math.log1p(math.exp(-abs(wrong)))
    return total / len(z)
