"""Loses first_one-check: Mind the sign: e⁻ˣ is small where x is large and positive"""

import numpy as np

first_one = np.log(2.0**-11)
