"""Loses ruler-check: Stop in 1910"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
rate = np.diff(np.log(persons))
middle = (persons[1:] + persons[:-1]) / 2
slope, at_zero = np.polyfit(middle, rate, 1)
ruler = -at_zero / slope
