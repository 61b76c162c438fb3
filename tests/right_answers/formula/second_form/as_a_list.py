import math


def second_form(x):
    if isinstance(x, float):
        return math.exp(x) / (1 + math.exp(x))
    return [second_form(float(one)) for one in x]
