from itertools import product

import numpy as np

bits = np.array(list(product((0, 1), repeat=6)))
called_symmetric = bits @ [1, 2, 3, -3, -2, -1] == 0
mistaken = np.sum(called_symmetric != np.all(bits == bits[:, ::-1], axis=1))
