import numpy as np

from sigmoids import datasets

year, persons = datasets.load_united_states()
year, persons = year[:13], persons[:13]
ruler = np.roots(np.polyfit((persons[1:] + persons[:-1]) / 2, np.diff(np.log(persons)) / 10, 1))[0]
