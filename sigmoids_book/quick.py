"""Check, in a moment, what the files that were changed can break.

    python -m sigmoids_book.quick [FILE ...]

By default these are the files that git calls changed or new. What runs: the linter and the
formatter; the cells of a changed notebook, and of those that use a changed module where they are
few, with their outputs compared; the build of changed pages; the tests of a changed module, and the
right and wrong answers of a changed set. The last line but one says what is left to `make test`.

Exit status: 0 nothing is wrong, 1 something is, 2 there was nothing to check.
"""

import argparse
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sigmoids import terminal
from sigmoids_book import processors
from sigmoids_book.dependents import Module, Tree, within

MOST = 3  # so many users of a changed file are checked with it; where there are more, none is
SECONDS = 60  # so long a file of tests may take
GRACE = 10  # seconds to end in, once it was asked to
PYTHON = (sys.executable, "-m")
PYTEST = (*PYTHON, "pytest", "-q", "--no-header", "--tb=short", "-p", "no:cacheprovider")
NBVAL = (*PYTEST, "--nbval", "--nbval-current-env", "--nbval-cell-timeout=120")
NOTEBOOKS, TEXTS = ("chapters", "solutions", "exercises"), ("reference", "guides")
CODE = ("sigmoids", "sigmoids_book", "benchmarks", "tests")
SETUP = ("Makefile", "requirements.txt", "constraints.txt", "pyproject.toml", "hatch_build.py")
SETTINGS = ("_config.yml", "_toc.yml", "references.bib")  # of the site
ANSWERS = re.compile(r"tests/(?:right|wrong)_answers/(\w+)/")
DRAWS = re.compile(r"(?:tests/)?(?:sigmoids/)?figures/(\w+)\.py")  # a figure, or its arguments
READS_SITE = ("tests.support.HTML", "tests.support.pages.PAGES")  # of _build/html


class Nothing(Exception):
    """There is nothing to check, and what to do about that."""


class Choice(NamedTuple):
    """What is to be run; of the tests of figures the cases of the functions in `drawn`.
    `left_out`: what the files may break as well, and what takes long."""

    notebooks: frozenset[str] = frozenset()
    sets: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    drawn: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


class Step(NamedTuple):
    """A command. After `limit` seconds it is stopped, and its rest counts as not run. `reads_site`:
    it begins when the site's build has ended."""

    what: str
    command: tuple[str, ...]
    limit: float | None = None
    reads_site: bool = False


class Plan(NamedTuple):
    """`site`: the step that builds pages."""

    site: Step | None
    others: list[Step]
    left_out: list[str]


class Outcome(NamedTuple):
    """Of a step: `ok`, `failed` or `stopped`, and what it printed."""

    step: Step
    verdict: str
    seconds: float
    said: str


def choose(tree: Tree, name: str) -> Choice:
    """What a changed file can break, by the room in which it stands."""
    room = name.partition("/")[0]
    if found := ANSWERS.match(name):
        return Choice(sets=frozenset(found.groups()))
    if name in tree.tests:
        return Choice(tests=frozenset([name]))
    if found := DRAWS.fullmatch(name):
        return _of_figures(tree, name, found[1])
    if room in NOTEBOOKS and name.endswith(".ipynb"):
        return _of_notebook(tree, name)
    if room in CODE:
        return _of_code(tree, name)
    if room == "data":
        return _of_data(tree, name)
    if room in TEXTS:
        own = f"test_{PurePosixPath(name).stem.replace('-', '_')}.py"
        return Choice(tests=frozenset(tree.tests_called(own)))
    if name in (*SETTINGS, "index.md"):
        return Choice()  # the site's build looks at it
    if room == name or name.startswith("."):  # at the top, or beside the top's files
        tests = ["test_repository.py", *(["test_setup.py"] if name in SETUP else [])]
        return Choice(tests=frozenset(t for file in tests for t in tree.tests_called(file)))
    return _unknown(name)


def _unknown(name: str) -> Choice:
    return Choice(
        left_out=frozenset([f"what depends on {name}, for which no quick check is known"])
    )


def _of_notebook(tree: Tree, name: str) -> Choice:
    room, rest = name.split("/", 1)
    stored = f"solutions/{rest}" if room == "exercises" else name  # of which an exercise is made
    if stored not in tree.stored:
        return Choice()  # it was deleted: the site's build says where it is missed
    is_set = stored.startswith("solutions/")
    return Choice(
        notebooks=frozenset([stored]),
        sets=frozenset([Path(stored).stem] if is_set else []),
    )


def _of_code(tree: Tree, name: str) -> Choice:
    """Its own tests, or else those that use it; and the notebooks that use it."""
    own, users = set(tree.tests_of(name)), set(_tests_using(tree, name))
    if own:
        others = users - own
        tests, left_out = own, {f"{_number(others, 'test file')} that use {name}"} if others else ()
    else:
        tests, left_out = _few(users, f"test files that use {name}")
    module = str(PurePosixPath(name).with_suffix(".py"))  # that reads it, where it is data
    stores = module in tree.modules and not name.endswith((".js", ".css"))
    using = tree.notebooks_using(module) if stores else []
    notebooks, too_many = _few(using, f"notebooks that use {name}")
    left_out = {*left_out, *too_many}
    if not (tests or notebooks or left_out):
        return _unknown(name)
    return Choice(
        notebooks=frozenset(notebooks), tests=frozenset(tests), left_out=frozenset(left_out)
    )


def _of_figures(tree: Tree, name: str, stem: str) -> Choice:
    """The cases of its functions, and the notebooks that draw them."""
    module = f"sigmoids/figures/{stem}.py"
    defined = tree.modules[module].defines if module in tree.modules else frozenset()
    drawn = frozenset(function for function in defined if function.startswith("draw_"))
    if not drawn:
        return _of_code(tree, name)
    using = tree.notebooks_using(module) if name == module else []
    notebooks, left_out = _few(using, f"notebooks that use {name}")
    return Choice(notebooks=frozenset(notebooks), drawn=drawn, left_out=frozenset(left_out))


def _of_data(tree: Tree, name: str) -> Choice:
    """The tests of tables and of the page that is made of it; the notebooks that load it."""
    table = name.split("/")[1]
    own = tree.tests_called(f"test_{table}.py") or tree.tests_called("test_datasets.py")
    using = [n for n, (_, attributes) in tree.stored.items() if f"load_{table}" in attributes]
    notebooks, left_out = _few(using, f"notebooks that load {name}")
    tests = frozenset([*own, *tree.tests_called("test_repository.py")])
    return Choice(notebooks=frozenset(notebooks), tests=tests, left_out=frozenset(left_out))


def _tests_using(tree: Tree, name: str) -> Iterator[str]:
    if name.endswith(".py"):
        yield from tree.tests_importing(name)
    elif name.endswith(".js"):
        for program in tree.programs_importing(name):
            yield from tree.tests_of(program)
    else:
        yield from tree.tests_naming(PurePosixPath(name).name)


def _few(users: Iterable[str], what: str) -> tuple[set[str], set[str]]:
    """The users, if they are few, and else what is left out."""
    users = set(users)
    return (users, set()) if len(users) <= MOST else (set(), {f"the {len(users)} {what}"})


def _number(things: Iterable[str], what: str) -> str:
    count = len(list(things))
    return f"{count} {what}{'' if count == 1 else 's'}"


def plan(tree: Tree, changed: list[str], is_built: Callable[[], bool]) -> Plan:
    """What to run for the changed files. `is_built`: whether the site was built with the code and
    data that are there now, so that a build is one of changed pages."""
    chosen = Choice(*map(frozenset().union, *(choose(tree, name) for name in changed)))
    site, left_out = _site(changed, is_built)
    tests = sorted(chosen.tests)
    reading = {name for name in tests if _reads_site(tree.tests[name])}
    if left_out and reading:
        left_out.append(f"{', '.join(sorted(reading))}, which would read its old pages")
        tests = [name for name in tests if name not in reading]
    others = [
        *_style(changed),
        *_scripts(tree, changed),
        *_sets(tree, chosen, changed),
        *(Step(f"{n}: cells run, outputs compared", (*NBVAL, n)) for n in sorted(chosen.notebooks)),
        *(Step(name, (*PYTEST, name), SECONDS, name in reading) for name in tests),
        *_figures(tree, chosen.drawn),
        *_complaints(chosen, changed),
    ]
    left_out += [f"mutants of solutions/{name}.ipynb" for name in sorted(chosen.sets)]
    return Plan(site, others, left_out + sorted(chosen.left_out))


def _reads_site(test: Module) -> bool:
    """Whether it imports the place of the built pages, or has the fixture `site`."""
    return "site" in test.arguments or any(within(test.imports, name) for name in READS_SITE)


def _site(changed: list[str], is_built: Callable[[], bool]) -> tuple[Step | None, list[str]]:
    """The build of changed pages, if it is quick, or else what is left out."""
    rooms = {name: name.partition("/")[0] for name in changed}
    pages = [n for n in changed if rooms[n] in (*NOTEBOOKS, *TEXTS, "data") or n == "index.md"]
    code = [n for n in changed if rooms[n] in ("sigmoids", "sigmoids_book") or n in SETTINGS]
    if not (pages or code):
        return None, []
    if is_built():  # with the code that is there now
        step = Step("the site: changed pages built", (*PYTHON, "sigmoids_book.site"))
        return (step if pages else None), []
    if code:
        return None, [f"the site, all of whose pages may show {code[0]} (`make site`)"]
    return None, ["the site, of which no build is there (`make site`)"]


def _style(changed: list[str]) -> Iterator[Step]:
    if any(name.endswith((".py", ".ipynb", "pyproject.toml")) for name in changed):
        yield Step("linter", (*PYTHON, "ruff", "check", "--quiet", "."))
        yield Step("formatter", (*PYTHON, "ruff", "format", "--quiet", "--check", "."))


def _scripts(tree: Tree, changed: list[str]) -> Iterator[Step]:
    scripts = [name for name in changed if name.endswith((".js", ".mjs", ".css", ".json"))]
    if scripts and tree.has("biome.json"):
        yield Step("biome", ("npx", "--no", "biome", "ci", "--error-on-warnings"))
    if any(name.startswith("sigmoids/") for name in scripts) and tree.has(
        "sigmoids_book/bundles.py"
    ):
        what = "sigmoids/demos/bundles/ is what the programs give"
        yield Step(what, (*PYTHON, "sigmoids_book.bundles", "--check"))


def _sets(tree: Tree, chosen: Choice, changed: list[str]) -> Iterator[Step]:
    for name in sorted(chosen.sets):
        what = f"solutions/{name}.ipynb: right and wrong answers"
        yield Step(what, (*PYTEST, *tree.tests_called("test_exercises.py"), "-k", name))
    if any(name.startswith(("solutions/", "exercises/")) for name in changed):
        what = "exercises/ is what solutions/ gives"
        yield Step(what, (*PYTHON, "sigmoids_book.release", "--check"))


def _figures(tree: Tree, drawn: frozenset[str]) -> Iterator[Step]:
    if drawn:
        files = tree.tests_called("test_figures.py")
        cases = (*PYTEST, *files, "-k", " or ".join(sorted(drawn)))
        yield Step(f"{' '.join(files)}: {_number(drawn, 'function')}", cases, SECONDS)


def _complaints(chosen: Choice, changed: list[str]) -> Iterator[Step]:
    if names := sorted(chosen.notebooks.intersection(changed)):
        command = (*PYTHON, "sigmoids_book.notebooks", "--check", *names)
        yield Step("complaints about notebooks", command)


def run(step: Step, site: Future | None = None) -> Outcome:
    """Run a step in the current folder. It waits for `site` if it reads what that builds."""
    if step.reads_site and site:
        site.result()
    began, stopped = time.monotonic(), False
    process = subprocess.Popen(
        step.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    try:
        said, _ = process.communicate(timeout=step.limit)
    except subprocess.TimeoutExpired:
        stopped = True
        said = _stop(process)
    seconds = time.monotonic() - began
    return Outcome(step, verdict(process.returncode, stopped, said), seconds, said)


def verdict(status: int, stopped: bool, said: str) -> str:
    """What is to be said of a step that ended with this exit status. One that was stopped has
    failed if pytest's summary names a test that had."""
    if stopped:
        return "failed" if re.search(r"^(?:FAILED|ERROR) ", said, flags=re.MULTILINE) else "stopped"
    return "failed" if status else "ok"


def _stop(process: subprocess.Popen) -> str:
    """Ask for an end, as Ctrl+C does, and see to it. Returns all that was said."""
    if os.name == "nt":
        process.terminate()
    else:
        process.send_signal(signal.SIGINT)
    try:
        return process.communicate(timeout=GRACE)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


def run_all(plan: Plan) -> Iterator[Outcome]:
    """The outcomes as they come, of as many steps at once as there are processors."""
    with ThreadPoolExecutor(processors.available()) as pool:
        site = pool.submit(run, plan.site) if plan.site else None
        others = [pool.submit(run, step, site) for step in plan.others]
        for done in as_completed([*([site] if site else []), *others]):
            yield done.result()


def from_git(root: Path) -> list[str]:
    """The files below `root` that differ from the last commit, deleted and new ones, too."""
    found = set()
    for question in (
        ("ls-files", "--others", "--exclude-standard", "-z"),
        ("diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD"),
    ):
        try:
            done = subprocess.run(
                ["git", *question], cwd=root, capture_output=True, encoding="utf-8", check=True
            )
        except (OSError, subprocess.CalledProcessError) as error:
            why = (getattr(error, "stderr", "") or str(error)).strip().splitlines()[0]
            raise Nothing(
                f"git cannot tell what has changed ({why}). Name the files: "
                "make check FILES=chapters/odds.ipynb"
            ) from error
        found |= set(filter(None, done.stdout.split("\0")))
    if not found:
        raise Nothing(
            "Nothing has changed since the last commit, says git. Name the files to check: "
            'make check FILES="$(git diff --name-only main)"'
        )
    return sorted(found)


def named(root: Path, files: list[str]) -> list[str]:
    """The files as they are named from `root`. Raises Nothing for what is no file below it."""
    found = []
    for file in files:
        path = Path(os.path.abspath(root / file))
        if not path.is_relative_to(root):
            raise Nothing(f"{file} lies outside of {root}: nothing here depends on it.")
        if path.is_dir():
            raise Nothing(f"{file} is a folder. Name files: make check FILES={file}/…")
        if not path.exists():
            raise Nothing(f"There is no file {file}. Name it from the top of the repository.")
        found.append(path.relative_to(root).as_posix())
    return list(dict.fromkeys(found))


def show(outcome: Outcome) -> None:
    step, verdict, seconds, said = outcome
    print(f"{verdict:8}{seconds:5.1f} s  {step.what}", flush=True)
    if verdict == "failed":
        print(said.rstrip())
        command = ["python" if word == sys.executable else word for word in step.command]
        print(f"Again: {shlex.join(command)}\n", flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m sigmoids_book.quick",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE")
    files, began = parser.parse_args(arguments).files, time.monotonic()
    root = Path.cwd()
    if not Path("_config.yml").exists():
        print("Run this at the top of the repository, where _config.yml stands.", file=sys.stderr)
        return 2
    try:
        changed = named(root, files) if files else from_git(root)
    except Nothing as nothing:
        print(nothing, file=sys.stderr)
        return 2
    planned = plan(Tree(root), changed, lambda: _is_built(root))
    more = f" and {len(changed) - 5} more" if len(changed) > 5 else ""
    print(f"Checking {', '.join(changed[:5])}{more}", flush=True)
    outcomes = []
    for outcome in run_all(planned):
        show(outcome)
        outcomes.append(outcome)
    stopped = [f"the rest of {o.step.what}" for o in outcomes if o.verdict == "stopped"]
    left_out = "; ".join([*planned.left_out, *stopped, "all other tests"])
    print(f"Not run: {left_out}. `make test` runs everything.")
    wrong = sum(outcome.verdict == "failed" for outcome in outcomes)
    said = f"{wrong} of {len(outcomes)} wrong" if wrong else f"{len(outcomes)} steps, nothing wrong"
    print(f"{said}, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0 if outcomes else 2


def _is_built(root: Path) -> bool:
    from sigmoids_book.site import again  # with Sphinx, which takes a second to load

    return again.is_current(root)


if __name__ == "__main__":
    sys.exit(terminal.run(main))
