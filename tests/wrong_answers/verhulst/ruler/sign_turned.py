"""Loses ruler-check: The sign is turned: a + bP is 0 where P = −a/b"""

import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
rate = np.diff(np.log(persons))
slope, at_zero = np.polyfit((persons[1:] + persons[:-1]) / 2, rate, 1)
ruler = at_zero / slope
