"""Many submissions: score each once, keep the results.

A result is kept in `results/` of the output folder as soon as it is there, under the checksum of
submission, source and code. Started again after an interruption, the command takes it up from
there.
"""

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)
from pathlib import Path
from typing import NamedTuple

from sigmoids_book.grading import kept
from sigmoids_book.grading.collect import Found, content
from sigmoids_book.grading.limits import Limits
from sigmoids_book.grading.output import Folder
from sigmoids_book.grading.sandbox import NoSandbox
from sigmoids_book.grading.score import score, unread
from sigmoids_book.grading.source import GradingSource
from sigmoids_book.grading.workers import Workers


class Job(NamedTuple):
    """A submission. `key`: under which its result is kept; `result`: what needs no run."""

    found: Found
    data: bytes = b""
    key: str = ""
    result: dict | None = None


class _Batch:
    """Who kills a worker takes along what runs beside it, and nobody can tell who it was. So all
    that ran are suspects, and each is tried alone. Where the workers die again, it is to blame."""

    def __init__(
        self,
        open_executor: Callable[[], Executor],
        score: Callable[[Executor, Job], Future],
        at_once: int,
    ):
        self.open_executor, self.score, self.at_once = open_executor, score, at_once

    def results(self, jobs: Iterator[Job]) -> Iterator[Job]:
        """Each with its result, as soon as that is there."""
        while suspects := (yield from self.together(jobs)):
            for job in suspects:
                yield self.alone(job)

    def together(self, jobs: Iterator[Job]) -> Generator[Job, None, list[Job]]:
        """Up to `at_once` run, until there are no more or a worker has died. Then nothing starts,
        what still runs is waited for, and all that ended without a result are returned."""
        running: dict[Future, Job] = {}
        suspects: list[Job] = []
        with self.workers() as executor:
            while True:
                while not suspects and len(running) < self.at_once and (job := next(jobs, None)):
                    if job.result is None:
                        running[self.start(executor, job)] = job
                    else:
                        yield job
                if not running:
                    return suspects
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    job = running.pop(future)
                    if _worker_died(future):
                        suspects.append(job)
                    else:
                        yield _ended(job, future)

    def alone(self, job: Job) -> Job:
        """A suspect, with workers of its own."""
        with self.workers() as executor:
            future = self.start(executor, job)
            wait([future])
        if _worker_died(future):
            return _without(job, "The grader itself ended while it scored this.")
        return _ended(job, future)

    def start(self, executor: Executor, job: Job) -> Future:
        try:
            return self.score(executor, job)
        except BrokenExecutor as error:  # since the last one was started
            future: Future = Future()
            future.set_exception(error)
            return future

    @contextlib.contextmanager
    def workers(self) -> Iterator[Executor]:
        """What runs when the batch is given up ends at once."""
        executor = self.open_executor()
        try:
            yield executor
        except BaseException:
            if isinstance(executor, Workers):
                executor.end()
            else:
                executor.shutdown(wait=False)
            raise
        executor.shutdown()


def _worker_died(future: Future) -> bool:
    """Dask's own kind is known by its name: without a cluster, Dask is not imported."""
    error = future.exception()
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


def _ended(job: Job, future: Future) -> Job:
    error = future.exception()
    if error is None:
        return job._replace(result=future.result())
    if isinstance(error, NoSandbox):
        return _without(job, str(error))
    # An error of ours: the batch goes on.
    return _without(job, f"The grader stopped with {type(error).__name__}.")


def _without(job: Job, reason: str) -> Job:
    """What was not run at all."""
    return job._replace(result={**unread(reason), "isolated": True, "seconds": 0.0})


def grade(
    found: Iterable[Found],
    out: Path | Folder,
    source: GradingSource,
    limits: Limits,
    open_executor: Callable[[], Executor],
    *,
    at_once: int,
    unsafe: bool = False,
    regrade: bool = False,
) -> Iterator[tuple[Found, dict]]:
    """The result of each, as soon as it is there; `regrade`: also of what has one. Few submissions
    are in memory at a time. Raises Unusable where `out` cannot be written to."""

    def job(one: Found) -> Job:
        try:
            data = content(one)
        except Exception as error:  # a file that vanished, an archive that lies about itself
            why = getattr(error, "strerror", None) or "it is damaged"
            return _without(Job(one), f"The file cannot be read, {why}: ask for a new copy.")
        key = kept.key(data, source, limits, unsafe=unsafe)
        return Job(one, data, key, None if regrade else kept.read(folder, key, data))

    def start(executor: Executor, job: Job) -> Future:
        return executor.submit(score, job.data, source, limits, unsafe=unsafe)

    with contextlib.ExitStack() as stack:
        folder = out if isinstance(out, Folder) else stack.enter_context(Folder(out))
        batch = _Batch(open_executor, start, at_once)
        for done in stack.enter_context(contextlib.closing(batch.results(map(job, found)))):
            if "submission" in done.result:
                kept.write(folder, done.key, done.result)
            yield done.found, done.result
