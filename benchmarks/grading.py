"""`make bench`: what scoring costs, beside `nbgrader autograde` on the same notebooks.

    python -m benchmarks.grading [--count N] [--mixed N] [--otter PYTHON]

Scores N perfect submissions of one set, no two alike, with one process and with two; mixed ones, 10
to `--mixed`, for rate, memory and cost of each, the last of them on a Dask cluster, too; and the
hostile collection of the tests. otter-grader is no requirement of this course: `--otter` names the
Python of an environment that has it, NumPy, SymPy and ipykernel; `otter run` is then measured, too.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE
from typing import NamedTuple
from unittest import mock

import nbformat
import psutil
from tabulate import tabulate

from sigmoids import terminal
from sigmoids_book import release, sets
from sigmoids_book.grading import kept, protocol, sandbox, score
from sigmoids_book.grading.source import read_source
from tests.support import ROOT, naive_grader
from tests.support import submissions as hostile

SET = "formula"
SOLUTION = ROOT / "solutions" / f"{SET}.ipynb"
OTTER_TEST = """from otter.test_files import test_case

OK_FORMAT = False
name = {id!r}
points = {points}


@test_case()
def run(env):
    exec({source!r}, env)
"""


def perfect(count: int) -> list[bytes]:
    """Right submissions that differ in a number of their metadata."""
    notebook = nbformat.read(SOLUTION, as_version=4)
    found = []
    for number in range(count):
        notebook.metadata["learner"] = number
        found.append(nbformat.writes(notebook).encode())
    return found


def mixed(count: int) -> list[bytes]:
    """Right, untouched and wrong answers, drawn for each question; the same for the same count."""
    draw = random.Random(count)
    solved = nbformat.read(SOLUTION, as_version=4)
    blank = release.release(solved)
    choices = {
        sets.nbgrader(a)["grade_id"]: [a.source] * 3
        + [b.source]
        + [
            p.read_text(encoding="utf-8")
            for p in sorted((ROOT / "tests/wrong_answers" / SET).glob(f"{a.id}/*.py"))
        ]
        for a, b in zip(solved.cells, blank.cells, strict=True)
        if sets.is_answer(a) and a.cell_type == "code"
    }
    found = []
    for number in range(count):
        solved.metadata["learner"] = number
        for cell in solved.cells:
            if sets.is_answer(cell) and cell.cell_type == "code":
                cell.source = draw.choice(choices[sets.nbgrader(cell)["grade_id"]])
        found.append(nbformat.writes(solved).encode())
    return found


class Run(NamedTuple):
    """Of `sigmoids grade`, from its start to its end. `memory`: MB of the command and its workers,
    without what runs in sandboxes, every half second."""

    seconds: float
    results: list[dict]
    memory: list[float]


def sigmoids_grade(submissions: Path, *options: object) -> Run:
    program = [sys.executable, "-c", "from sigmoids_book.cli import main; main()", "grade"]
    with tempfile.TemporaryDirectory() as out:
        words = [*program, submissions, "--out", out, *options]
        memory, began = [], time.perf_counter()
        with subprocess.Popen([*map(str, words)], cwd=ROOT, stdout=PIPE, stderr=PIPE) as command:
            while command.poll() is None:
                with contextlib.suppress(psutil.NoSuchProcess):
                    memory.append(trusted_memory(psutil.Process(command.pid)))
                with contextlib.suppress(subprocess.TimeoutExpired):
                    command.wait(0.5)
            seconds = time.perf_counter() - began
            assert command.returncode == 0, command.stderr.read().decode()
        text = Path(out, "grades.json").read_text(encoding="utf-8")
    return Run(seconds, json.loads(text), memory)


def trusted_memory(command: psutil.Process) -> float:
    workers = (p for p in command.children() if "multiprocessing" in " ".join(p.cmdline()))
    return sum(p.memory_info().rss for p in (command, *workers)) / 1e6


@contextlib.contextmanager
def folder_of(submissions: list[bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        for number, data in enumerate(submissions):
            path = Path(name, f"learner{number:04}", f"{SET}.ipynb")
            path.parent.mkdir()
            path.write_bytes(data)
        yield Path(name)


def parts(submissions: list[bytes]) -> list[tuple[str, float]]:
    """Milliseconds that scoring one takes, by what it does; all in this process."""
    source = read_source(ROOT / "solutions")
    score.score(submissions[0], source)
    spent: Counter[str] = Counter()

    def watch(owner: object, name: str, what: Callable[[dict], str]):
        whole = getattr(owner, name)

        def watched(*arguments, **options):
            began = time.perf_counter()
            try:
                return whole(*arguments, **options)
            finally:
                spent[what(options)] += time.perf_counter() - began

        return mock.patch.object(owner, name, watched)

    waits = {"run": "the learner's cells run", "values": "expressions are evaluated"}
    began = time.perf_counter()
    with (
        watch(score, "read", lambda _: "the notebook is read"),
        watch(sandbox.Sandboxes, "start", lambda _: "a child starts"),
        watch(sandbox.Clone, "end", lambda _: "the child ends"),
        watch(protocol.Channel, "ask", lambda o: waits.get(o["do"], "names and calls are asked")),
    ):
        for data in submissions:
            score.score(data, source)
    spent["all else: checks, plan"] = time.perf_counter() - began - sum(spent.values())
    return [(what, 1000 * s / len(submissions)) for what, s in spent.most_common()]


def nbgrader(submissions: list[bytes], jobs: int) -> float:
    """Seconds of `nbgrader autograde`, a course folder for each of the processes."""
    with tempfile.TemporaryDirectory() as name:
        courses = [Path(name, f"course{job}") for job in range(jobs)]
        for job, course in enumerate(courses):
            (course / "source" / SET).mkdir(parents=True)
            shutil.copy(SOLUTION, course / "source" / SET)
            for number, data in enumerate(submissions[job::jobs]):
                path = course / "submitted" / f"learner{number:04}" / SET / f"{SET}.ipynb"
                path.parent.mkdir(parents=True)
                path.write_bytes(data)
            config = f"c = get_config()\nc.CourseDirectory.root = {str(course)!r}\n"
            (course / "nbgrader_config.py").write_text(config, encoding="utf-8")

        def run(command: str) -> Callable[[Path], object]:
            words = [sys.executable, "-m", "nbgrader", command, SET]
            return lambda course: subprocess.run(words, cwd=course, check=True, capture_output=True)

        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(run("generate_assignment"), courses))
            began = time.perf_counter()
            list(pool.map(run("autograde"), courses))
            seconds = time.perf_counter() - began
        done = list(Path(name).glob("course*/autograded/*/*/*.ipynb"))
        assert len(done) == len(submissions), f"nbgrader graded {len(done)}"
        return seconds


def otter(python: Path, submissions: list[bytes], jobs: int) -> float:
    """Seconds of `otter run`, once for each submission, `jobs` at a time."""
    command = [str(python), "-m", "otter"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    options = {"env": environment, "check": True, "capture_output": True, "text": True}
    with tempfile.TemporaryDirectory() as name:
        tests, archive = Path(name, "tests"), Path(name, "autograder.zip")
        tests.mkdir()
        for question in sets.read(SOLUTION).questions:
            for check in question.checks:
                text = OTTER_TEST.format(id=check.id, points=check.points, source=check.source)
                (tests / f"{check.id.replace('-', '_')}.py").write_text(text, encoding="utf-8")
        words = ["generate", "-t", tests, "-o", archive, "--no-environment", "--no-requirements"]
        subprocess.run([*command, *words], cwd=name, **options)

        def run(number: int) -> None:
            folder = Path(name, str(number))
            folder.mkdir()
            (folder / f"{SET}.ipynb").write_bytes(submissions[number])
            words = ["run", "-a", archive, "-o", folder, folder / f"{SET}.ipynb"]
            done = subprocess.run([*command, *words], cwd=folder, **options)
            assert "(100.000%)" in done.stdout, done.stdout

        began = time.perf_counter()
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(run, range(len(submissions))))
        return time.perf_counter() - began


def against_hostile() -> dict[str, float]:
    """The tests' hostile submissions as one batch, by two processes."""
    solved = nbformat.read(hostile.SMALL, as_version=4)
    blank = release.release(solved)
    before, deserved = set(hostile.processes()), {}
    with tempfile.TemporaryDirectory() as name:
        for path in hostile.HOSTILE:
            deserved[hostile.label(path)] = sum(hostile.deserved(path))
            notebook = naive_grader.assemble(path, solved, blank)
            nbformat.write(notebook, Path(name, f"{hostile.label(path)}.ipynb"))
        options = [
            "--jobs",
            2,
            "--timeout",
            1,
            "--memory",
            700,
            "--solutions",
            hostile.SMALL.parent,
        ]
        run = sigmoids_grade(Path(name), *options)
    gains = [result["points"] - deserved[result["learner"]] for result in run.results]
    return {
        "submissions": len(run.results),
        "s": run.seconds,
        "forged": sum(gain > 0 for gain in gains),
        "lost": sum(gain < 0 for gain in gains),
        "left running": len(set(hostile.processes()) - before),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grading", description=__doc__)
    parser.add_argument("--count", type=int, default=40, help="perfect submissions")
    parser.add_argument("--mixed", type=int, default=1000, help="the most of the mixed ones")
    parser.add_argument("--otter", type=Path, help="a Python that has otter-grader")
    options = parser.parse_args()

    right, rows = perfect(options.count), []
    for jobs in (1, 2):
        with folder_of(right) as folder:
            run = sigmoids_grade(folder, "--jobs", jobs)
        assert all(r["points"] == r["possible"] > 0 for r in run.results)
        others = [("nbgrader autograde", nbgrader(right, jobs))]
        if options.otter:
            others.append(("otter run", otter(options.otter, right, jobs)))
        for name, took in (("sigmoids grade", run.seconds), *others):
            rows.append([name, jobs, took, took / options.count, took / run.seconds])
    print(f"{options.count} perfect submissions of {SET!r}\n")
    print(tabulate(rows, ["", "processes", "s", "s each", "ratio"], "github", floatfmt=".2f"))
    print("\nWhere one perfect submission's time goes\n")
    print(tabulate(parts(right), ["", "ms"], "github", floatfmt=".1f"))

    rows, count = [], 10
    while count <= options.mixed:
        with folder_of(mixed(count)) as folder:
            run = sigmoids_grade(folder, "--jobs", 2)
        rows.append(["2 processes", count, run.seconds, run.seconds / count, count / run.seconds])
        rows[-1] += [max(run.memory[: len(run.memory) // 3]), max(run.memory)]
        count *= 10
    from distributed import LocalCluster

    with (
        LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        folder_of(mixed(options.mixed)) as folder,
    ):
        run = sigmoids_grade(folder, "--scheduler", cluster.scheduler_address)
    assert all(r["status"] == "scored" for r in run.results)
    rows.append(["Dask, 2 workers", options.mixed, run.seconds, run.seconds / options.mixed])
    rows[-1].append(options.mixed / run.seconds)
    print("\nMixed submissions\n")
    heads = ["", "submissions", "s", "s each", "a second", "MB, first third", "MB at most"]
    print(tabulate(rows, heads, "github", floatfmt=["", "d", ".1f", ".3f", ".1f", ".0f", ".0f"]))
    points = [r["points"] for r in run.results]
    print(f"\nMean {statistics.fmean(points):.1f} of {run.results[0]['possible']} points.")

    print("\nHostile submissions, one batch\n")
    print(tabulate([against_hostile()], "keys", "github", floatfmt=".1f"))
    print("\n" + json.dumps(kept.versions()))


if __name__ == "__main__":
    sys.exit(terminal.run(main))
