"""Loses layers_until-check: With one layer fewer
Loses layers_until-edges: not shown here
"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return int(np.log(limit) / np.log(factor)) + 3
