"""Loses link_factor-check: No single factor is right
Loses link_factor-half: element 0 is 1.702
"""

import numpy as np


def link_factor(p):
    return 1.702 + 0 * np.asarray(p)
