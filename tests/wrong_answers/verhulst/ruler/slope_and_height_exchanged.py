"""Loses ruler-check: upside down"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(np.log(persons))
middle = (persons[1:] + persons[:-1]) / 2
slope, at_zero = np.polyfit(middle, rate, 1)
ruler = -slope / at_zero
