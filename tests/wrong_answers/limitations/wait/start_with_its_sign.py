"""Loses wait-check: z starts at −9, and e to −9 is tiny. What shrinks to 1 is e to"""

import numpy as np

wait = 2 * np.exp(-9)
