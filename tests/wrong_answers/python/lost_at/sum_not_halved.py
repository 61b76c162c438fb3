"""Loses lost_at-check: A little too far to the right"""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-40, 0, 401)
fig, ax = plt.subplots()
lost_at = np.log(2.0**-54 * 1000)
