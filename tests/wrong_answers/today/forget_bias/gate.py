"""Loses forget_bias-check: That is the gate itself
Loses forget_bias-long: `forget_bias(10)` gives 0.933033
"""


def forget_bias(steps):
    return 0.5 ** (1 / steps)
