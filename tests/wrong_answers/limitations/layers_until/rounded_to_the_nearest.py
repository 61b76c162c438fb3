"""Loses layers_until-check: `layers_until(0.5, 0.1)` gives 4
Loses layers_until-edges: at a factor and a limit that are not shown
"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return round(np.log(limit) / np.log(factor)) + 1
