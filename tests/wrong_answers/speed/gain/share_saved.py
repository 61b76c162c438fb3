"""Loses gain-check: That is the share of the time that is saved. How many"""

import numpy as np

from sigmoids import datasets

speed = datasets.load_speed("xeon-2-cores")
times = speed.arrays["usual", "one", "float64"]  # has .size, .least, .median: arrays
i, j = (int(np.flatnonzero(times.size == n)[0]) for n in (100, 10_000))
gain = 1 - times.least[j] * 1e3 / (times.least[i] * 1e5)
