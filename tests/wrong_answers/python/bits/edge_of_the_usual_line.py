"""Loses bits-check: the form by sign goes further"""

import numpy as np

bits = 8
zero_at = -128 * np.log(2)
