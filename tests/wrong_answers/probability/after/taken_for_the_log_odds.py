"""Loses after-check: stand inside σ"""

import numpy as np

from sigmoids.functions import logistic

after = logistic(0.2 + 3 * np.log(2))
