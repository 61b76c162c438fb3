import itertools

import numpy as np

tables = set()
for w1, w2 in itertools.product(np.linspace(-1, 1, 21), repeat=2):
    tables.add(tuple(w1 * a + w2 * c > 1e-9 for a, c in itertools.product((0, 1), repeat=2)))
without_bias = len(tables)
