"""Loses ruler-check: not the first"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(np.log(persons))
middle = persons[:-1]
slope, at_zero = np.polyfit(middle, rate, 1)
ruler = -at_zero / slope
