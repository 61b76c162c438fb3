"""Score one submission: `score(submission, source, limits)`, bytes in and a plain dict out.

The tests, their points and what they expect come from `source`, never from the submission. They run
here; the learner's cells run in the sandbox, in the learner's order, and a question's checks
together below its answer.

A submission runs first with the tests that learners have anyhow: that gives the messages. Then it
runs with all tests: that gives the points, and no word, name or number of the learner's is kept
from it. So no message can carry a hidden test to its reader, by whatever way a process might leave
something to the next.
"""

import hashlib
import threading
import time
import warnings
from functools import partial

from sigmoids import checks
from sigmoids_book import judge
from sigmoids_book.grading import kept, messages, sandbox, sandbox_kernel
from sigmoids_book.grading.limits import Limits
from sigmoids_book.grading.sandbox import Sandboxes
from sigmoids_book.grading.sandbox_kernel import SandboxKernel
from sigmoids_book.grading.source import GradingSource, SetSource
from sigmoids_book.grading.submission import read
from sigmoids_book.kernel import LOST
from sigmoids_book.sets import ExerciseSet

# NumPy's and warnings' settings are the process's: one submission at a time.
_ONE = threading.Lock()


def score(
    submission: bytes,
    source: GradingSource,
    limits: Limits = Limits(),  # noqa: B008 (a tuple)
    *,
    unsafe: bool = False,
    sandboxes: Sandboxes | None = None,
) -> dict:
    """Points and messages of one notebook. Never raises for what stands in it. `sandboxes`:
    where its cells run, by default in those that this process keeps."""
    began = time.monotonic()
    with _ONE, checks.seeded(source.seed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            steps, found = read(submission, source)
            start = partial((sandboxes or sandbox.of_this_process()).start, unsafe=unsafe)
            result = _scored(steps, found, limits, start)
        except judge.Unreadable as reason:
            result = unread(str(reason))
    return {
        **result,
        "isolated": not unsafe,
        "seconds": round(time.monotonic() - began, 3),
        "limits": limits._asdict(),
        "versions": kept.versions(),
        "source": source.checksum,
        "submission": hashlib.sha256(submission).hexdigest(),
    }


def unread(reason: str) -> dict:
    """The result of what cannot be scored."""
    return {
        **{"set": "", "title": "", "points": 0, "possible": 0, "status": "unreadable"},
        **{"message": messages.shown(reason), "questions": [], "troubles": []},
    }


def _scored(
    steps: list[judge.Step], source: SetSource, limits: Limits, start: sandbox.Start
) -> dict:
    limits = limits.with_torch() if source.heavy else limits

    def run(exercise: ExerciseSet, *, texts: bool, without: frozenset[int]) -> judge.Verdict:
        """The kernels of one run share a deadline, and the names that checks have made."""
        until, names = time.monotonic() + limits.total, sandbox_kernel.names_after_setup(exercise)
        kernel = partial(SandboxKernel, source, limits, start, until, names, texts=texts)
        return judge.judge(judge.with_checks_of(exercise, steps), exercise, kernel, without)

    told = run(source.released, texts=True, without=frozenset())
    # What did not come to its end is not tried again.
    scored = run(source.exercise, texts=False, without=told.lost)
    outcomes = [
        t._replace(check=s.check) if t.error.kind == LOST else s
        for t, s in zip(told.outcomes, scored.outcomes, strict=True)
    ]
    of_released = {o.check.id: o for o in told.outcomes}
    questions = [
        messages.question(q, [o for o in outcomes if o.question.id == q.id], of_released)
        for q in source.exercise.questions
        if q.points
    ]
    return {
        "set": source.exercise.name,
        "title": source.exercise.title,
        "points": sum(q["points"] for q in questions),
        "possible": source.exercise.points,
        "status": "scored",
        "message": "",
        "questions": questions,
        "troubles": [messages.shown(t) for t in told.troubles],
    }
