"""Loses ruler-check: the count has risen meanwhile"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(persons) / persons[:-1]
middle = (persons[1:] + persons[:-1]) / 2
slope, at_zero = np.polyfit(middle, rate, 1)
ruler = -at_zero / slope
