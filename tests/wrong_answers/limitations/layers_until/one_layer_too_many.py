"""Loses layers_until-check: With one layer fewer the gradient is below the limit already
Loses layers_until-edges: Do not stop the count early: factors near 1 need many layers
"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return int(np.log(limit) / np.log(factor)) + 3
