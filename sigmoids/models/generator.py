"""Random numbers that Python and JavaScript draw alike."""

import numpy as np


def random_numbers(seed: int, count: int) -> np.ndarray:
    """The first numbers in [0, 1) of the generator mulberry32; (count,)."""
    wrap = np.uint64(2**32 - 1)
    state = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x6D2B79F5)
    state &= wrap
    t = (state ^ (state >> np.uint64(15))) * (state | np.uint64(1)) & wrap
    t ^= (t + ((t ^ (t >> np.uint64(7))) * (t | np.uint64(61)) & wrap)) & wrap
    return (t ^ (t >> np.uint64(14))) / 2**32
