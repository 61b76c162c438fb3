"""The processes that score: they end with the command that opened them, whatever ends it.

Three things see to that. A line of which the command holds the other end: it breaks when the
command ends them or is killed, on any system. The kernel's signal at the parent's death, on Linux:
it does not wait for Python's lock. And the package asks for that signal before all its imports
(`sigmoids_book/grading/__init__.py`), for they take a second.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import Connection

from sigmoids_book import grading


class Workers(ProcessPoolExecutor):
    """Processes that end with the one that opened them, whatever ends it."""

    def __init__(self, jobs: int):
        # Spawned: a copy of this process would hold the progress bar's thread and locks.
        context = multiprocessing.get_context("spawn")
        self.theirs, self.lifeline = context.Pipe(duplex=False)
        super().__init__(jobs, context, initializer=_hold, initargs=(self.theirs,))

    def submit(self, *job: object, **options: object) -> Future:
        os.environ[grading.OPENED_BY] = str(os.getpid())  # told to the workers that it may start
        try:
            return super().submit(*job, **options)
        finally:
            del os.environ[grading.OPENED_BY]

    def end(self) -> None:
        """At once: what is being scored is given up."""
        self.lifeline.close()
        self.shutdown(wait=True, cancel_futures=True)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        self.lifeline.close()
        self.theirs.close()


def _hold(lifeline: Connection) -> None:
    """First in a worker: end when the other end of the line is gone."""
    del os.environ[grading.OPENED_BY]
    os.chdir("/")  # away from what learners handed in
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all; the command ends us

    def watch() -> None:
        with contextlib.suppress(EOFError, OSError):
            lifeline.recv_bytes()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
