"""Cells in the sandbox, checks here: the kernel with which a class is judged."""

import builtins
import contextlib
import functools
import io
import time

from sigmoids import checks
from sigmoids_book.grading import sandbox
from sigmoids_book.grading.limits import Limits
from sigmoids_book.grading.protocol import MISSING, Channel, Learner
from sigmoids_book.grading.source import SetSource
from sigmoids_book.kernel import WRONG, Error, Lost
from sigmoids_book.sets import Check, ExerciseSet


@functools.lru_cache(maxsize=32)
def _set_up(sources: tuple[str, ...]) -> dict:
    names: dict = {"__name__": "checks"}
    for text in sources:
        exec(compile(text, "<setup>", "exec"), names)
    return names


def names_after_setup(exercise: ExerciseSet) -> dict:
    """What checks begin with: the names of the set's setup, which has run in this process."""
    # No check prints: scores come out of this process as a value alone.
    return {**_set_up(exercise.setup), "print": lambda *_, **__: None}


@functools.lru_cache(maxsize=1024)
def _compiled(source: str):
    return compile(source, "<check>", "exec")


class SandboxKernel:
    """A `kernel.Kernel`. `until`: when the submission's time is over; `names`: those of the checks,
    which stay when a kernel is lost; `texts`: whether words of the learner's are kept."""

    def __init__(
        self,
        source: SetSource,
        limits: Limits,
        start: sandbox.Start,
        until: float,
        names: dict,
        *,
        texts: bool,
    ):
        self.source, self.limits, self.start = source, limits, start
        self.until, self.names, self.texts = until, names, texts
        self.question_of = {c.id: q.id for q in source.exercise.questions for c in q.checks}
        self.process, self.learner = None, None

    def __enter__(self) -> "SandboxKernel":
        return self

    def __exit__(self, *error: object) -> None:
        if self.process:
            self.process.end()

    def seconds(self) -> float:
        """What a request may take. Raises Lost where the submission's time is over."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise Lost(f"came too late: the notebook's {self.limits.total:g} s are over.")
        return min(left, self.limits.seconds)

    def set_up(self, source: str) -> Error:
        """The course's own imports: what they take is no learner's time."""
        learner, began = self._started(), time.monotonic()
        error = learner.run(source, sandbox.PATIENCE)
        self.until += time.monotonic() - began
        return error

    def run(self, source: str) -> Error:
        return self._started().run(source)

    def check(self, check: Check) -> Error:
        """With the learner's answers as they are now. Lost ends it, no Exception."""
        learner = self._started()
        try:
            for name in self.source.asked.get(self.question_of[check.id], ()):
                answer = learner.name(name)
                if answer is MISSING:
                    self.names.pop(name, None)
                else:
                    self.names[name] = answer
            with contextlib.redirect_stdout(io.StringIO()):
                exec(_compiled(check.source), self.names)
        except checks.Wrong as wrong:
            return Error(WRONG, str(wrong), wrong.untold, wrong.blank, wrong.stopped)
        except Exception as error:
            kind = type(error).__name__ if hasattr(builtins, type(error).__name__) else "Exception"
            return Error(kind, (str(error).splitlines() or [""])[0][:300])
        return Error()

    def _started(self) -> Learner:
        self.seconds()
        if not self.process:
            self.process = self.start(self.source.modules, self.limits, self.source.together)
            channel = Channel(self.process, self.limits)
            self.learner = Learner(channel, self.seconds, texts=self.texts)
        return self.learner
