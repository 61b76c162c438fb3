import math

from sigmoids.functions import logistic


def attend(scores, values):
    result = []
    for row in scores:
        weights = [float(logistic(s - math.log(len(row)))) for s in row]
        result.append(
            [
                sum(w * v for w, v in zip(weights, column, strict=True))
                for column in zip(*values, strict=True)
            ]
        )
    return result
