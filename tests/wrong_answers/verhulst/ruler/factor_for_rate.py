"""Loses ruler-check: You took the factor from count to count, not its logarithm."""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = persons[1:] / persons[:-1]
slope, at_zero = np.polyfit((persons[1:] + persons[:-1]) / 2, rate, 1)
ruler = -at_zero / slope
