"""The command `sigmoids`."""

from sigmoids_book import grading  # first: nothing below may come from the current folder

# isort: split
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from sigmoids import terminal
from sigmoids_book import judge, notebooks, processors, sets
from sigmoids_book.grading.limits import Limits, chosen

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
        errors.print(
            "No notebook found. Name your notebooks or their folder. Exercises can be downloaded "
            "from the end of their pages; in a checkout `make lab` puts them into work/exercises."
        )
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
    for folder in (Path("work/exercises"), Path("exercises")):
        if notebooks.find(folder):
            return [folder]
    return [Path()] if any(Path().glob("*.ipynb")) else []


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
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds a cell or call may take.")
    ] = Limits().seconds,
    memory: Annotated[
        int, typer.Option(min=256, help="MB a submission may use.")
    ] = Limits().memory,
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
    from sigmoids_book.grading import command  # of Linux and macOS alone, as `check` is not

    options = command.Options(jobs, scheduler, chosen(timeout, memory), unsafe, regrade)
    with command.ended_by_signals(out):
        try:
            result = command.grade(submissions, out, solutions, roster, options)
        except command.Nothing as reason:
            command.show_nothing(reason)
            raise typer.Exit(2) from None
    command.show(result, out, unsafe=unsafe)
    if result.needs_a_look:
        raise typer.Exit(1)


def main() -> None:
    grading.close_current_folder()
    sys.exit(terminal.run(app, failed=2))


if __name__ == "__main__":
    main()
