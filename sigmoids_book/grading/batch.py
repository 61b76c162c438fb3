"""Many submissions: score each once, keep the results.

A result is kept in `results/` of the output folder as soon as it is there, under the checksum of
submission, source and code. Started again after an interruption, the command takes it up from
there.
"""

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)
from pathlib import Path
from typing import NamedTuple

from sigmoids_book.grading import score as scoring
from sigmoids_book.grading.collect import Found, content
from sigmoids_book.grading.output import Folder
from sigmoids_book.grading.sandbox import Limits, NoSandbox
from sigmoids_book.grading.score import GradingSource
from sigmoids_book.grading.workers import Workers


class Job(NamedTuple):
    """A submission. `kept`: the name of the file for its result; `result`: what needs no run."""

    found: Found
    data: bytes = b""
    kept: str = ""
    result: dict | None = None


class _Batch:
    """What runs, in one of three states.

    - Together: up to `at_once` run.
    - Draining, once a worker has died: nothing starts until the last that runs has ended. All that
      ended without a result are suspects.
    - Alone: a suspect runs with workers of its own and nothing beside it. Where they die, too, it
      is to blame. After the last suspect: together again.
    """

    def __init__(
        self,
        open_executor: Callable[[], Executor],
        score: Callable[[Executor, Job], Future],
        at_once: int,
    ):
        self.open_executor, self.score, self.at_once = open_executor, score, at_once
        self.running: dict[Future, Job] = {}
        self.suspects: deque[Job] = deque()
        self.alone = False
        self.executor: Executor | None = None

    def results(self, jobs: Iterator[Job]) -> Iterator[Job]:
        """Each with its result, as soon as that is there."""
        while True:
            if not self.running and (self.suspects or self.alone):
                self.close()
                self.alone = bool(self.suspects)
                if self.alone:
                    self.start(self.suspects.popleft())
            if not self.alone and not self.suspects:
                yield from self.fill(jobs)
            if not self.running and not self.suspects:
                return
            if self.running:
                yield from self.ended()

    def fill(self, jobs: Iterator[Job]) -> Iterator[Job]:
        while len(self.running) < self.at_once and (job := next(jobs, None)):
            if job.result is None:
                self.start(job)
            else:
                yield job

    def start(self, job: Job) -> None:
        if self.executor is None:
            self.executor = self.open_executor()
        try:
            future = self.score(self.executor, job)
        except BrokenExecutor as error:  # since the last one was started
            future = Future()
            future.set_exception(error)
        self.running[future] = job

    def ended(self) -> Iterator[Job]:
        for future in wait(self.running, return_when=FIRST_COMPLETED).done:
            job = self.running.pop(future)
            error = future.exception()
            if error is None:
                yield job._replace(result=future.result())
            elif isinstance(error, NoSandbox):
                yield _without(job, str(error))
            elif not _of_a_dead_worker(error):  # of ours: the batch goes on
                yield _without(job, f"The grader stopped with {type(error).__name__}.")
            elif self.alone:
                yield _without(job, "The grader itself ended while it scored this.")
            else:
                self.suspects.append(job)

    def close(self, *, at_once: bool = False) -> None:
        executor, self.executor = self.executor, None
        if isinstance(executor, Workers) and at_once:
            executor.end()
        elif executor is not None:
            for future in self.running:
                future.cancel()
            executor.shutdown(wait=not at_once)


def _of_a_dead_worker(error: BaseException) -> bool:
    """Dask's own kind is known by its name: without a cluster, Dask is not imported."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


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
    folder = out if isinstance(out, Folder) else Folder(out)

    def job(one: Found) -> Job:
        try:
            data = content(one)
        except Exception as error:  # a file that vanished, an archive that lies about itself
            why = getattr(error, "strerror", None) or "it is damaged"
            why = f"The file cannot be read, {why}: ask for a new copy."
            return _without(Job(one), why)
        key = scoring.key(data, source, limits, unsafe=unsafe)
        name = f"results/{key[:2]}/{key}.json"
        return Job(one, data, name, None if regrade else _kept(folder, name, data))

    def score(executor: Executor, job: Job) -> Future:
        return executor.submit(scoring.score, job.data, source, limits, unsafe=unsafe)

    batch = _Batch(open_executor, score, at_once)
    whole = False
    try:
        for done in batch.results(map(job, found)):
            if "submission" in done.result:
                folder.write(done.kept, json.dumps(done.result))
            yield done.found, done.result
        whole = True
    finally:
        batch.close(at_once=not whole)
        if folder is not out:
            folder.close()


def _without(job: Job, reason: str) -> Job:
    """What was not run at all."""
    return job._replace(result={**scoring.unread(reason), "isolated": True, "seconds": 0.0})


def _kept(folder: Folder, name: str, data: bytes) -> dict | None:
    try:
        result = json.loads(folder.read(name) or "")
        return result if result["submission"] == hashlib.sha256(data).hexdigest() else None
    except (ValueError, KeyError, TypeError):
        return None
