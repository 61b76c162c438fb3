"""Loses at_least-more: it matters which inputs they are"""

import numpy as np


def at_least(n, m):
    return np.append(np.where(np.arange(n) < m, 10.0, 0.0), 10.0 * (0.5 - m))
