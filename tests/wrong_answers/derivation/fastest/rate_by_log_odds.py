"""Loses fastest-check: not the step"""

import numpy as np

fastest = (np.log(127 / 873) - np.log(100 / 900)) * 1000 / 4
