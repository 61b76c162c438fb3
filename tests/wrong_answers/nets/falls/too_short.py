"""Loses falls-check: an array of 3 came back
Loses falls-more: an array of 10 came back"""


def falls(pulses):
    return pulses[:-2] * (1 - pulses[1:-1])
