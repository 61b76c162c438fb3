"""Loses ruler-check: the count from the rate"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(np.log(persons))
middle = (persons[1:] + persons[:-1]) / 2
ruler = np.polyfit(rate, middle, 1)[1]
