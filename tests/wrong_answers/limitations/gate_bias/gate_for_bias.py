"""Loses gate_bias-check: That is the gate f itself
Loses gate_bias-long: it is far off
"""


def gate_bias(share, steps):
    return share ** (1 / steps)
