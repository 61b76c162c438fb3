"""Loses falls-check: The first two ticks are missing: the answer has as
Loses falls-more: The first two ticks are missing: the answer has as
"""


def falls(pulses):
    return pulses[:-2] * (1 - pulses[1:-1])
