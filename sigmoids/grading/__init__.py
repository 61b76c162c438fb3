"""Score submissions: learners' code runs in a sandbox, and what comes out of it is only data."""

import os
import sys

# Where it is installed, nbformat's jsonschema compiles this grammar of addresses when it is
# imported, for a second, in each process; a notebook has no such address.
sys.modules.setdefault("rfc3987_syntax", None)

OPENED_BY = "SIGMOIDS_GRADE_PROCESS"  # the command's number, in the environment of its workers


def _end_with(parent: int) -> None:
    """Linux: the kernel ends this process when `parent` ends."""
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before
        os._exit(1)


# Before the imports of a worker: they take a second, and the command may be killed meanwhile.
if sys.platform == "linux" and OPENED_BY in os.environ:
    _end_with(int(os.environ[OPENED_BY]))
