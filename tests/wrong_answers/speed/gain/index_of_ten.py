"""Loses gain-check: The sizes go 1, 3, 10, 30, 100, …: the entry of index"""

import numpy as np

from sigmoids import datasets

speed = datasets.load_speed("xeon-2-cores")
times = speed.arrays["usual", "one", "float64"]  # has .size, .least, .median: arrays
i, j = (int(np.flatnonzero(times.size == n)[0]) for n in (100, 10_000))
gain = times.least[2] / times.least[4] * 100
