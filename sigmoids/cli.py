"""The command `sigmoids`."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from sigmoids import exercises, feedback

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
console, errors = Console(), Console(stderr=True)


@app.callback()
def course() -> None:
    """The course The Sigmoid Function: check your exercises."""


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


def main() -> None:
    app()
