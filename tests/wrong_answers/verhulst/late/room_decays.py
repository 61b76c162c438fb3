"""Loses late-check: So long it would take if the room left shrank at the full rate r"""

import numpy as np

late = 30 * np.log(50) / np.log(9)
