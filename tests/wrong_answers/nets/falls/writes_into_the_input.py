"""Loses falls-check: writes into its first argument, which the caller
Loses falls-more: writes into its first argument, which the caller
"""


def falls(pulses):
    pulses[2:] = pulses[:-2] * (1 - pulses[1:-1])
    pulses[:2] = 0
    return pulses
