"""Score submissions: learners' code runs in a sandbox, and what comes out of it is only data.

The command and its workers import this package before all else, for two things have to happen
before the first library is imported. They stand at the end of this file, in their order:

1. Nothing is imported from the current folder: it may hold what learners handed in.
2. A worker asks the kernel to end it with the command, which may be killed meanwhile: the imports
   that follow take a second.
"""

import os
import sys

OPENED_BY = "SIGMOIDS_GRADE_PROCESS"  # the command's number, in the environment of its workers
_OURS = os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir, os.pardir))


def without_current_folder(places: list[str]) -> list[str]:
    """Places to import from, absolute; the current folder stays if this package lies in it."""
    here = os.path.realpath(os.curdir)
    return [os.path.abspath(p) for p in places if here == _OURS or os.path.realpath(p) != here]


def close_current_folder() -> None:
    """For the processes that start from here: a spawned worker looks into its folder before it has
    read a line of ours."""
    os.environ["PYTHONSAFEPATH"] = "1"
    if places := os.environ.get("PYTHONPATH"):
        safe = without_current_folder(places.split(os.pathsep))
        os.environ["PYTHONPATH"] = os.pathsep.join(safe)


def _end_with(parent: int) -> None:
    """Linux: the kernel ends this process when `parent` ends."""
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before
        os._exit(1)


# `python -m`, `python -c` and an empty entry of PYTHONPATH put the current folder there.
sys.path[:] = without_current_folder(sys.path)
if sys.platform == "linux" and OPENED_BY in os.environ:
    _end_with(int(os.environ[OPENED_BY]))
