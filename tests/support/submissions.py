"""The submissions to be scored, hostile and broken ones among them."""

import contextlib
from concurrent.futures import Executor, Future
from pathlib import Path

from sigmoids_book.grading import sandbox
from tests.support import ROOT, naive_grader

SUBMISSIONS = ROOT / "tests/submissions"
SMALL = SUBMISSIONS / "solutions/small.ipynb"
HOSTILE = sorted(SUBMISSIONS.glob("*/*.py"))


def label(path):
    return f"{path.parent.name}-{path.stem}"


def deserved(path):
    return [int(n) for n in naive_grader.about(path)["Points"].split()]


def processes():
    """Those of sandboxes: their command lines name a program of the packed course."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes()
            if b"preload.py" in words or f"{sandbox.COURSE}/child.py".encode() in words:
                found[int(folder.name)] = words[:80]
    return found


class Inline(Executor):
    """Runs at once, here; ends the process in the middle where told to."""

    calls = 0

    def submit(self, f, *arguments, **options):
        Inline.calls += 1
        future = Future()
        future.set_result(f(*arguments, **options))
        return future
