"""Loses ruler-check: in a year"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(np.log(persons)) / 10
middle = (persons[1:] + persons[:-1]) / 2
slope, ruler = np.polyfit(middle, rate, 1)
