"""A small grader without isolation: what a hostile submission must be seen to defeat, to count.

    python -m tests.support.naive_grader SOLUTIONS FOLDER

runs each notebook of FOLDER with the tests in one process, as graders do that run them in the
learner's kernel, and prints as JSON what came of each: its points, or that it had to be ended.
"""

import ast
import atexit
import builtins
import contextlib
import functools
import json
import multiprocessing
import operator
import os
import re
import resource
import select
import signal
import sys
import threading
import time
from pathlib import Path

import nbformat

SECONDS = {"stalls": 1.5}  # after which a submission is said to stall; others have longer
ABOUT = re.compile(r"^(Others|Points|Above|Alone): (.+)$", re.MULTILINE)


def about(path: Path) -> dict[str, str]:
    """What a file of tests/submissions says of itself: others, points, above, alone."""
    return dict(ABOUT.findall(ast.get_docstring(ast.parse(header(path))) or ""))


def header(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n# %% ")[0]


def assemble(path: Path, solved: nbformat.NotebookNode, blank: nbformat.NotebookNode):
    """The notebook that a file describes: `# %% <question>` begins an answer, `# %% start` a cell
    above all questions; `Above` names the file of a cell above that."""
    others = {"solved": solved, "blank": blank}[about(path)["Others"]]
    notebook = nbformat.from_dict(json.loads(json.dumps(others)))
    notebook.metadata["alone"] = about(path)["Alone"]
    for part in path.read_text(encoding="utf-8").split("\n# %% ")[1:]:
        name, _, source = part.partition("\n")
        if name == "start":
            notebook.cells.insert(2, nbformat.v4.new_code_cell(source.strip()))
        elif source.strip():
            next(c for c in notebook.cells if c.id == name).source = source.strip()
    if above := about(path).get("Above"):
        source = (path.parents[1] / f"{above}.py").read_text(encoding="utf-8")
        notebook.cells.insert(2, nbformat.v4.new_code_cell(source))
    return notebook


def points_of(notebook, exercise) -> tuple[int, list[str]]:
    from sigmoids_book import judge
    from sigmoids_book.grading.child import plain_python

    names: dict = {}
    earned, messages = [0], []
    for step in judge.plan(notebook, exercise):
        try:
            builtins.exec(plain_python(step.source), names)
        except BaseException as error:
            messages.append(str(error))
        else:
            earned.append(step.check.points if step.check else 0)
    return functools.reduce(operator.add, earned), messages


def run(path: Path, exercise, solutions: Path, pipe: int) -> None:
    """In a process of its own, in a folder of its own."""
    os.setsid()
    home = path.with_suffix("")
    (home / "work").mkdir(parents=True)
    os.chdir(home / "work")
    os.environ.update(HOME=str(home / "work"), RESULTS="results.json", SOLUTIONS=str(solutions))
    sys.argv = ["naive", str(solutions)]
    sys.stdin = open(0, closefd=False, encoding="utf-8")
    output = os.open(home / "output", os.O_WRONLY | os.O_CREAT)
    os.dup2(output, 1)
    os.dup2(output, 2)
    open_too = open(solutions, "rb")
    points, messages = points_of(nbformat.read(path, as_version=4), exercise)
    result = {"points": points, "messages": messages}
    os.write(pipe, json.dumps(result).encode() + b"\n")
    with open(os.environ["RESULTS"], "w", encoding="utf-8") as file:
        file.write(json.dumps(result))
    threading._shutdown()  # an end of Python as usual: it waits for threads
    atexit._run_exitfuncs()
    open_too.close()
    os._exit(0)


def observe(path: Path, exercise, solutions: Path) -> dict:
    """What a submission did to this grader."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        keyboard, held = os.pipe()
        os.dup2(held, 201)
        os.dup2(keyboard, 0)  # at which nobody sits
        os.dup2(theirs, 200)
        os.closerange(3, 200)  # the pool's own pipes are not the submission's to write to
        theirs = os.dup(200)
        try:
            run(path, exercise, solutions, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    kind = nbformat.read(path, as_version=4).metadata["alone"]
    until, said, ended = time.monotonic() + SECONDS.get(kind, 15), b"", 0
    while time.monotonic() < until and not ended:
        if select.select([ours], [], [], 0.02)[0]:
            said += os.read(ours, 2**20)
        ended, _, usage = os.wait4(pid, os.WNOHANG)
    seen = {"stalls": not ended}
    if not ended:
        os.kill(pid, signal.SIGKILL)
        *_, usage = os.wait4(pid, 0)
    while said.count(b"\n") < 1 and select.select([ours], [], [], 0)[0]:
        if not (part := os.read(ours, 2**20)):
            break
        said += part
    os.close(ours)
    home = path.with_suffix("")
    reports = [said.split(b"\n")[0]]
    for file in (home / "results.json", home / "work/results.json"):
        if file.exists():
            reports.append(file.read_bytes())
    results = [json.loads(text) for text in reports if text.startswith(b"{")]
    seen["points"] = max((r.get("points", 0) for r in results), default=None)
    seen["messages"] = [m for r in results for m in r.get("messages", ())]
    seen["processes"] = end_the_rest(home)
    seen["files"] = [p.name for p in home.glob("escaped")]
    seen["output"] = (home / "output").stat().st_size
    seen["memory"] = usage.ru_maxrss * 1024
    return seen


def end_the_rest(home: Path) -> int:
    """End what a submission left running, and say how many processes it was."""
    left = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.readlink(folder / "cwd").startswith(f"{home}/"):
                os.kill(int(folder.name), signal.SIGKILL)
                left += 1
    return left


def main(solutions: Path, folder: Path) -> None:
    import sympy  # noqa: F401 (once, before the submissions)

    from sigmoids_book import sets
    from sigmoids_book.grading import score  # noqa: F401

    exercise = sets.read(solutions)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    paths = sorted(folder.glob("*.ipynb"))
    with multiprocessing.get_context("fork").Pool(4) as pool:
        seen = pool.starmap(observe, [(p, exercise, solutions) for p in paths], chunksize=1)
    print(json.dumps({p.stem: what for p, what in zip(paths, seen, strict=True)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute())
