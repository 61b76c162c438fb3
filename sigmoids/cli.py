"""The command `sigmoids`."""

from sigmoids import grading  # noqa: F401 (first: it saves a second of the imports below)

# isort: split
import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
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

from sigmoids import exercises, feedback

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
    timeout: Annotated[float, typer.Option(min=1, help="Seconds a cell may take.")] = 30,
    hints: Annotated[bool, typer.Option(help="Show the first hint of what is not right.")] = False,
) -> None:
    """Run exercises with the course's own checks and say what is right and what is not.

    Your files are not changed. Exit status: 0 all right, 1 something is not right yet, 2 a file
    could not be checked.
    """
    sets = exercises.read_all()
    files = list(feedback.notebooks_in(paths or _default()))
    if not files:
        errors.print("No notebook found. `make lab` puts the exercises into work/exercises.")
        raise typer.Exit(2)
    reports, unread = [], 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(feedback.examine, path, sets, timeout) for path in files]
        for job in track(jobs, "Checking", console=errors, transient=True):
            try:
                reports.append(job.result())
            except feedback.Unreadable as error:
                unread += 1
                errors.print(escape(str(error)))
    for report in reports:
        _show(report, hints)
    if reports:
        _show_course(reports, sets)
    if unread:
        raise typer.Exit(2)
    if any(outcome.message for report in reports for outcome in report.outcomes):
        raise typer.Exit(1)


def _default() -> list[Path]:
    for folder in (Path("work/exercises"), Path("exercises"), Path()):
        if folder.is_dir() and any(folder.glob("*.ipynb")):
            return [folder]
    return []


def _show(report: feedback.Report, hints: bool) -> None:
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


def _show_course(reports: list[feedback.Report], sets: list[exercises.ExerciseSet]) -> None:
    best: dict[str, int] = {}
    for report in reports:
        best[report.set.name] = max(report.points, best.get(report.set.name, 0))
    begun = sum(points > 0 for points in best.values())
    console.print(
        f"The whole course: {sum(best.values())} of {sum(s.points for s in sets)} points, "
        f"{begun} of {len(sets)} sets begun."
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
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at once.")] = os.cpu_count() or 1,
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask cluster that exists: tcp://host:port.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a cell or call may take.")] = 10,
    memory: Annotated[int, typer.Option(min=256, help="MB a submission may use.")] = 2048,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Run learners' code without isolation.")
    ] = False,
) -> None:
    """Score submissions; learners' code runs in a sandbox and cannot change a mark.

    Interrupted and started again with the same folder it goes on. Exit status: 0 all scored,
    1 some submission or name needs a look, 2 nothing could be done.
    """
    from sigmoids.grading import batch, reports, sandbox, score

    limits = sandbox.Limits(seconds=timeout, total=12 * timeout, memory=memory)
    try:
        source = score.read_source(solutions, score.seed_of(out))
        people = reports.read_roster(roster) if roster else None
    except (ValueError, OSError) as error:
        errors.print(escape(str(error)))
        raise typer.Exit(2) from None
    if not unsafe and not scheduler and (reason := sandbox.why_not()):
        errors.print(
            f"{escape(reason)}\nTo score without isolation all the same: --unsafe. Then a "
            "submission can forge marks and read this account's files."
        )
        raise typer.Exit(2)
    sets = [s.exercise.name for s in source.sets]
    places = list(batch.find(submissions, sets))
    refused = [place for place in places if isinstance(place, batch.Refused)]
    found = [place for place in places if isinstance(place, batch.Found)]
    graded, began = [], time.monotonic()
    columns = (
        TextColumn("Scoring"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=errors) as progress:
        task = progress.add_task("", total=len(found), rate="")
        results = batch.grade(
            found,
            out,
            source,
            limits,
            _executor(jobs, scheduler),
            at_once=2 * jobs if not scheduler else 64,
            unsafe=unsafe,
        )
        for one, result in results:
            graded.append(reports.Graded(one, result))
            rate = len(graded) / (time.monotonic() - began)
            progress.update(task, advance=1, rate=f"{rate:.1f} a second")
    unmatched = reports.write_all(out, graded, people)
    _summary(graded, refused, unmatched, time.monotonic() - began, out, unsafe)
    if (
        refused
        or unmatched
        or not graded
        or any(g.result["status"] == "unreadable" for g in graded)
    ):
        raise typer.Exit(1)


def _executor(jobs: int, scheduler: str | None) -> Callable[[], Executor]:
    """Opens what runs the scoring: processes here, or a Dask cluster's workers."""
    if not scheduler:
        # Spawned: a copy of this process would hold the progress bar's thread and locks.
        context = multiprocessing.get_context("spawn")
        return lambda: ProcessPoolExecutor(jobs, mp_context=context)
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
            console.print(escape(f"{one.found.learner}: {one.result['message']}"), style="yellow")
    for place in refused:
        console.print(escape(f"Left out, {place.reason}: {place.place}"), style="yellow")
    if unmatched:
        console.print(escape(f"Not in the roster: {', '.join(unmatched)}"), style="yellow")
    if unsafe:
        console.print("Scored without isolation: a submission can have forged marks.", style="red")
    console.print(escape(f"{len(graded)} submissions in {seconds:.1f} s; results in {out}"))


def main() -> None:
    app()
