"""The command `sigmoids`."""

from sigmoids_book import grading  # first: nothing below may come from the current folder

# isort: split
import contextlib
import functools
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    track,
)
from rich.table import Table

from sigmoids import terminal
from sigmoids_book import judge, processors, sets

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
console, errors = Console(), Console(stderr=True)


@app.callback()
def course() -> None:
    """The course The Sigmoid Function: check your exercises, score a class."""


@app.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Notebooks, or folders of them; by default work/exercises."),
    ] = None,
    timeout: Annotated[float, typer.Option(min=1, max=86400, help="Seconds a cell may take.")] = 30,
    hints: Annotated[bool, typer.Option(help="Show the first hint of what is not right.")] = False,
) -> None:
    """Run exercises with the course's own checks and say what is right and what is not.

    Your files are not changed. Exit status: 0 all right, 1 something is not right yet, 2 a file
    could not be checked.
    """
    course = sets.read_all()
    files = list(judge.notebooks_in(paths or _default()))
    if not files:
        errors.print("No notebook found. `make lab` puts the exercises into work/exercises.")
        raise typer.Exit(2)
    reports, unread = [], 0
    with ThreadPoolExecutor(processors.available()) as pool:
        jobs = [pool.submit(judge.examine, path, course, timeout) for path in files]
        for job in track(jobs, "Checking", console=errors, transient=True):
            try:
                reports.append(job.result())
            except judge.Unreadable as error:
                unread += 1
                errors.print(escape(str(error)))
    for report in reports:
        _show(report, hints)
    if reports:
        _show_course(reports, course)
    if unread:
        raise typer.Exit(2)
    if any(outcome.message for report in reports for outcome in report.outcomes):
        raise typer.Exit(1)


def _default() -> list[Path]:
    for folder in (Path("work/exercises"), Path("exercises"), Path()):
        if folder.is_dir() and any(folder.glob("*.ipynb")):
            return [folder]
    return []


def _show(report: judge.Report, hints: bool) -> None:
    title = f"{report.set.title}, {report.path}"
    table = Table(title=escape(title), title_justify="left", show_lines=True)
    table.add_column("Question", ratio=2)
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("", ratio=5)
    for question in report.set.questions:
        outcomes = [o for o in report.outcomes if o.question.id == question.id]
        if not outcomes:
            table.add_row(
                escape(question.title), "–", "For yourself: compare it with the solution."
            )
            continue
        messages = list(dict.fromkeys(o.message for o in outcomes if o.message))
        if hints and messages and question.hints:
            messages.append(f"Hint: {question.hints[0]}")
        hidden = any(o.check.hidden for o in outcomes)
        right = "Right" + (", by the public checks." if hidden else ".")
        table.add_row(
            escape(question.title),
            f"{sum(o.points for o in outcomes)}/{question.points}",
            escape("\n".join(messages) or right),
            style=None if messages else "green",
        )
    table.add_row("Total", f"{report.points}/{report.set.points}", "", style="bold")
    console.print(table)
    for trouble in report.troubles:
        console.print(escape(trouble), style="yellow")
    console.print()


def _show_course(reports: list[judge.Report], course: list[sets.ExerciseSet]) -> None:
    best: dict[str, int] = {}
    for report in reports:
        best[report.set.name] = max(report.points, best.get(report.set.name, 0))
    begun = sum(points > 0 for points in best.values())
    console.print(
        f"The whole course: {sum(best.values())} of {sum(s.points for s in course)} points, "
        f"{begun} of {len(course)} sets begun."
    )
    if any(c.hidden for r in reports for q in r.set.questions for c in q.checks):
        console.print("These are the public checks; scoring tries more inputs in some questions.")


@app.command()
def grade(
    submissions: Annotated[
        list[Path], typer.Argument(help="Notebooks, folders (one for each learner), zip archives.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for grades, feedback and report.")],
    roster: Annotated[
        Path | None, typer.Option(help="An export of Canvas or Moodle: who takes part.")
    ] = None,
    solutions: Annotated[Path, typer.Option(help="Folder of the sets to score by.")] = Path(
        "solutions"
    ),
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at once.")] = processors.available(),
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask cluster that exists: tcp://host:port.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a cell or call may take.")] = 10,
    memory: Annotated[int, typer.Option(min=256, help="MB a submission may use.")] = 2048,
    regrade: Annotated[
        bool, typer.Option("--regrade", help="Score anew what has a result in the folder.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Run learners' code without isolation.")
    ] = False,
) -> None:
    """Score submissions; learners' code runs in a sandbox and cannot change a mark.

    Interrupted and started again with the same folder it goes on. Exit status: 0 all scored,
    1 some submission or name needs a look, 2 nothing could be done.
    """
    from sigmoids_book.grading import collect, output, reports, sandbox
    from sigmoids_book.grading.source import seed_of

    began = time.monotonic()
    with _ended_by_signals(out), contextlib.ExitStack() as stack:
        source, people = _read(solutions, roster)
        try:
            stack.enter_context(output.temporary())
            stack.callback(sandbox.packed_course.cache_clear)
            stack.callback(lambda: sandbox.of_this_process().close())
            if not unsafe and not scheduler and (reason := sandbox.why_not()):
                _nothing(
                    f"{reason}\nTo score without isolation all the same: --unsafe. Then a "
                    "submission can forge marks and read this account's files."
                )
            places = list(collect.find(submissions, [s.exercise.name for s in source.sets]))
            left_out = [place for place in places if isinstance(place, collect.Refused)]
            found = [place for place in places if isinstance(place, collect.Found)]
            found, others = collect.chosen(found, source)
            left_out += others
            if not found:
                _show_left_out(left_out)
                _nothing("No submission was found: name notebooks, folders of them or archives.")
            folder = stack.enter_context(output.Folder(out))
            folder.alone()
            source = source._replace(seed=seed_of(folder))
            scored = functools.partial(
                _scored,
                out=folder,
                source=source,
                limits=sandbox.Limits(seconds=timeout, total=12 * timeout, memory=memory),
                open_executor=_executor(jobs, scheduler),
                at_once=2 * jobs if not scheduler else 64,
                unsafe=unsafe,
                regrade=regrade,
            )
            graded = scored(found)
            again, gone = _of_earlier_runs(reports.earlier(folder), graded)
            graded += scored(again) if again else []
            unmatched = reports.write_all(folder, graded, people)
        except (OSError, output.Unusable) as error:
            _nothing(str(error))
    _summary(graded, left_out, unmatched, time.monotonic() - began, out, unsafe)
    _show_earlier(again, gone, out)
    unread = any(g.result["status"] == "unreadable" for g in graded)
    if left_out or unmatched or gone or unread:
        raise typer.Exit(1)


def _read(solutions: Path, roster: Path | None) -> tuple:
    """The sets, and who takes part."""
    from sigmoids_book.grading import reports
    from sigmoids_book.grading.source import read_source

    path = solutions
    try:
        source = read_source(solutions)
        path = roster
        return source, reports.read_roster(roster) if roster else None
    except ValueError as error:
        _nothing(str(error))
    except Exception as error:  # of nbformat and csv, for files that are none
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0][:200]
        _nothing(f"{path} cannot be read: {reason}. Give another file, or a new copy of it.")


def _nothing(reason: str) -> None:
    """Nothing could be done."""
    errors.print(escape(reason), soft_wrap=True)
    raise typer.Exit(2)


@contextlib.contextmanager
def _ended_by_signals(out: Path) -> Iterator[None]:
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


def _scored(found: list, **options: object) -> list:
    """Each with its result, under a bar."""
    from sigmoids_book.grading import batch, reports

    columns = (
        TextColumn("Scoring"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    graded, began = [], time.monotonic()
    pairs = batch.grade(found, **options)
    with Progress(*columns, console=errors) as progress, contextlib.closing(pairs):
        task = progress.add_task("", total=len(found), rate="")
        for one, result in pairs:
            graded.append(reports.Graded(one, result))
            rate = len(graded) / (time.monotonic() - began)
            progress.update(task, advance=1, rate=f"{rate:.1f} a second")
    return graded


def _of_earlier_runs(earlier: list, graded: list) -> tuple[list, list]:
    """Submissions that an earlier run into the same folder scored and this one was not asked for:
    those that are still there, and those that are gone."""
    now = {(*one.who, one.set) for one in graded}
    left = [found for found, name in earlier if (found.learner, found.id, name) not in now]
    there = [found for found in left if Path(found.steps[0]).is_file()]
    return there, [found for found in left if found not in there]


def _show_earlier(again: list, gone: list, out: Path) -> None:
    if again:
        console.print(
            escape(
                f"{len(again)} of them by earlier runs, kept because their files are still there. "
                f"For tables without them choose another folder than {out}."
            )
        )
    for found in gone:
        _warn(f"Left out: {found.place}: scored by an earlier run, and now the file is gone")


def _executor(jobs: int, scheduler: str | None) -> Callable[[], Executor]:
    """Opens what runs the scoring: processes here, or a Dask cluster's workers."""
    from sigmoids_book.grading.workers import Workers

    if not scheduler:
        return lambda: Workers(jobs)
    from distributed import Client

    client = Client(scheduler)
    return lambda: client.get_executor(pure=False)


def _summary(graded, refused, unmatched, seconds, out, unsafe) -> None:
    table = Table(title="Scored", title_justify="left")
    for name in ("Set", "Submissions", "Mean", "Possible"):
        table.add_column(name, justify="left" if name == "Set" else "right")
    by_set: dict[str, list] = {}
    for one in graded:
        by_set.setdefault(one.set, []).append(one.result)
    for name, results in sorted(by_set.items()):
        mean = sum(r["points"] for r in results) / len(results)
        possible = max(r["possible"] for r in results)
        table.add_row(escape(name), str(len(results)), f"{mean:.1f}", str(possible))
    console.print(table)
    for one in graded:
        if one.result["status"] == "unreadable":
            _warn(f"{one.found.place}: {one.result['message']}")
    _show_left_out(refused)
    if unmatched:
        _warn(f"Not in the roster: {', '.join(unmatched)}")
    if unsafe:
        console.print("Scored without isolation: a submission can have forged marks.", style="red")
    console.print(escape(f"{len(graded)} submissions in {seconds:.1f} s; results in {out}"))


def _show_left_out(refused) -> None:
    for place in refused:
        _warn(f"Left out: {place.place}: {place.reason}")


def _warn(text: str) -> None:
    console.print(escape(text), style="yellow", soft_wrap=True)


def main() -> None:
    grading.close_current_folder()
    sys.exit(terminal.run(app, failed=2))


if __name__ == "__main__":
    main()
