"""Loses wait-check: The slope at −9 is small, but it is not 0: z moves, and faster"""

import numpy as np

wait = np.inf
