"""What every kernel is given that the course starts: one thread, and figures that Jupyter shows."""

import os

# Each library reads its own name, and only while it is loaded. With more threads the last digits of
# printed floats change; and on a busy machine the threads of PyTorch wait for one another: layers
# of 32 numbers took fifteen times as long.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


def environment() -> dict[str, str]:
    """The environment variables of this process, changed for a kernel of the course."""
    found = {**os.environ, **ONE_THREAD}
    found.pop("MPLBACKEND", None)  # with another than Jupyter's, figures are lost
    return found
