"""What `sigmoids grade` does: find submissions, score them, write tables, say what came of it."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from sigmoids_book.grading import batch, collect, output, reports, sandbox
from sigmoids_book.grading.collect import Found, Refused
from sigmoids_book.grading.limits import Limits
from sigmoids_book.grading.reports import Graded
from sigmoids_book.grading.source import GradingSource, read_source, seed_of
from sigmoids_book.grading.workers import Workers

console, errors = Console(), Console(stderr=True)


class Nothing(Exception):
    """Nothing could be done; the message says why. `left_out`: what was found all the same."""

    def __init__(self, reason: str, left_out: list[Refused] | None = None):
        super().__init__(reason)
        self.left_out = left_out or []


class Options(NamedTuple):
    """How to score. `scheduler`: that of a Dask cluster; without one `jobs` processes do it here.
    `regrade`: also what has a result."""

    jobs: int
    scheduler: str | None
    limits: Limits
    unsafe: bool
    regrade: bool


class Result(NamedTuple):
    """What came of it. `again`: who is among the graded because an earlier run into the same folder
    scored her; `gone`: the same, but the file is gone; `unmatched`: whom the roster does not name.
    """

    graded: list[Graded]
    left_out: list[Refused]
    again: list[Found]
    gone: list[Found]
    unmatched: list[str]
    seconds: float

    @property
    def needs_a_look(self) -> bool:
        return bool(self.left_out or self.unmatched or self.gone or self.unread)

    @property
    def unread(self) -> list[Graded]:
        return [one for one in self.graded if one.result["status"] == "unreadable"]


def grade(
    submissions: list[Path], out: Path, solutions: Path, roster: Path | None, options: Options
) -> Result:
    """Score a class into the folder `out`. Raises Nothing."""
    began = time.monotonic()
    source, people = _read(solutions, roster)
    try:
        with _temporary_files(), contextlib.ExitStack() as stack:
            if not options.unsafe and not options.scheduler:
                _require_a_sandbox()
            found, left_out = _found(submissions, source)
            folder = stack.enter_context(output.Folder(out))
            folder.alone()
            source = source._replace(seed=seed_of(folder))
            graded = _scored(found, folder, source, options)
            again, gone = _of_earlier_runs(reports.earlier(folder), graded)
            if again:
                graded += _scored(again, folder, source, options)
            unmatched = reports.write_all(folder, graded, people)
    except (OSError, output.Unusable) as error:
        raise Nothing(str(error)) from None
    return Result(graded, left_out, again, gone, unmatched, time.monotonic() - began)


def _read(solutions: Path, roster: Path | None) -> tuple[GradingSource, reports.Roster | None]:
    """The sets, and who takes part."""
    path = solutions
    try:
        source = read_source(solutions)
        path = roster
        return source, reports.read_roster(roster) if roster else None
    except ValueError as error:
        raise Nothing(str(error)) from None
    except Exception as error:  # of nbformat and csv, for files that are none
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0][:200]
        why = f"{path} cannot be read: {reason}. Give another file, or a new copy of it."
        raise Nothing(why) from None


@contextlib.contextmanager
def _temporary_files() -> Iterator[None]:
    """A folder for those of this run. What this process keeps in it goes with it."""
    with output.temporary():
        try:
            yield
        finally:
            sandbox.of_this_process().close()
            sandbox.packed_course.cache_clear()


def _require_a_sandbox() -> None:
    if reason := sandbox.why_not():
        raise Nothing(
            f"{reason}\nTo score without isolation all the same: --unsafe. Then a submission can "
            "forge marks and read this account's files."
        )


def _found(submissions: list[Path], source: GradingSource) -> tuple[list[Found], list[Refused]]:
    """What is to be scored, and what is left out."""
    places = list(collect.find(submissions, [s.exercise.name for s in source.sets]))
    left_out = [place for place in places if isinstance(place, Refused)]
    found, others = collect.chosen([p for p in places if isinstance(p, Found)], source)
    left_out += others
    if not found:
        why = "No submission was found: name notebooks, folders of them or archives."
        raise Nothing(why, left_out)
    return found, left_out


def _scored(
    found: list[Found], folder: output.Folder, source: GradingSource, options: Options
) -> list[Graded]:
    """Each with its result, under a bar."""
    columns = (
        TextColumn("Scoring"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    pairs = batch.grade(
        found,
        folder,
        source,
        options.limits,
        _executor(options.jobs, options.scheduler),
        at_once=64 if options.scheduler else 2 * options.jobs,
        unsafe=options.unsafe,
        regrade=options.regrade,
    )
    graded, began = [], time.monotonic()
    with Progress(*columns, console=errors) as progress, contextlib.closing(pairs):
        task = progress.add_task("", total=len(found), rate="")
        for one, result in pairs:
            graded.append(Graded(one, result))
            rate = len(graded) / (time.monotonic() - began)
            progress.update(task, advance=1, rate=f"{rate:.1f} a second")
    return graded


def _executor(jobs: int, scheduler: str | None) -> Callable[[], Executor]:
    """Opens what runs the scoring: processes here, or a Dask cluster's workers."""
    if not scheduler:
        return lambda: Workers(jobs)
    from distributed import Client

    client = Client(scheduler)
    return lambda: client.get_executor(pure=False)


def _of_earlier_runs(
    earlier: list[tuple[Found, str]], graded: list[Graded]
) -> tuple[list[Found], list[Found]]:
    """Submissions that an earlier run into the same folder scored and this one was not asked for:
    those that are still there, and those that are gone."""
    now = {(*one.who, one.set) for one in graded}
    left = [found for found, name in earlier if (found.learner, found.id, name) not in now]
    there = [found for found in left if Path(found.steps[0]).is_file()]
    return there, [found for found in left if found not in there]


@contextlib.contextmanager
def ended_by_signals(out: Path) -> Iterator[None]:
    """A signal ends the command as an exception would: workers and temporary files go."""
    if threading.current_thread() is not threading.main_thread():
        yield  # where no signal can be waited for
        return
    numbers = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if os.name == "posix" else [])]
    numbers = [n for n in numbers if signal.getsignal(n) != signal.SIG_IGN]  # as nohup has it

    def end(number: int, _: object) -> None:
        for other in numbers:  # the end itself is not interrupted
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    except SystemExit as ended:
        if ended.code in {128 + number for number in numbers}:
            text = f"Ended by {signal.Signals(ended.code - 128).name}. Results so far are kept "
            with contextlib.suppress(OSError):  # of a terminal that is gone
                text += f"in {out}: the same command goes on from there."
                errors.print(escape(text), soft_wrap=True)
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def show(result: Result, out: Path, *, unsafe: bool) -> None:
    """Say what came of it."""
    console.print(_table(result.graded))
    for one in result.unread:
        _warn(f"{one.found.place}: {one.result['message']}")
    _show_left_out(result.left_out)
    if result.unmatched:
        _warn(f"Not in the roster: {', '.join(result.unmatched)}")
    if unsafe:
        console.print("Scored without isolation: a submission can have forged marks.", style="red")
    count = len(result.graded)
    console.print(escape(f"{count} submissions in {result.seconds:.1f} s; results in {out}"))
    if result.again:
        kept = (
            f"{len(result.again)} of them by earlier runs, kept because their files are still "
            f"there. For tables without them choose another folder than {out}."
        )
        console.print(escape(kept))
    for found in result.gone:
        _warn(f"Left out: {found.place}: scored by an earlier run, and now the file is gone")


def show_nothing(reason: Exception) -> None:
    """Say why nothing could be done."""
    _show_left_out(getattr(reason, "left_out", []))
    errors.print(escape(str(reason)), soft_wrap=True)


def _table(graded: list[Graded]) -> Table:
    table = Table(title="Scored", title_justify="left")
    for name in ("Set", "Submissions", "Mean", "Possible"):
        table.add_column(name, justify="left" if name == "Set" else "right")
    by_set: dict[str, list[dict]] = {}
    for one in graded:
        by_set.setdefault(one.set, []).append(one.result)
    for name, results in sorted(by_set.items()):
        mean = sum(r["points"] for r in results) / len(results)
        possible = max(r["possible"] for r in results)
        table.add_row(escape(name), str(len(results)), f"{mean:.1f}", str(possible))
    return table


def _show_left_out(refused: list[Refused]) -> None:
    for place in refused:
        _warn(f"Left out: {place.place}: {place.reason}")


def _warn(text: str) -> None:
    console.print(escape(text), style="yellow", soft_wrap=True)
