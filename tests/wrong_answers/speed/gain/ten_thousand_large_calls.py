"""Loses gain-check: Ten million numbers in arrays of 10,000 need 1,000"""

import numpy as np

from sigmoids import datasets

speed = datasets.load_speed("xeon-2-cores")
times = speed.arrays["usual", "one", "float64"]  # has .size, .least, .median: arrays
i, j = (int(np.flatnonzero(times.size == n)[0]) for n in (100, 10_000))
gain = times.least[i] * 1e5 / (times.least[j] * 1e4)
