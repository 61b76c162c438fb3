"""Score submissions: learners' code runs in a sandbox, and what comes out of it is only data."""

import multiprocessing
import os
import sys

OPENED_BY = "SIGMOIDS_GRADE_PROCESS"

# Where it is installed, nbformat's jsonschema compiles this grammar of addresses when it is
# imported, for a second, in each process; a notebook has no such address.
sys.modules.setdefault("rfc3987_syntax", None)


def _end_with_parent(parent: int) -> None:
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before
        os._exit(1)


# First of all in a worker: the imports that follow take a second, and the command may be killed.
if sys.platform == "linux" and multiprocessing.parent_process() and OPENED_BY in os.environ:
    _end_with_parent(int(os.environ[OPENED_BY]))
