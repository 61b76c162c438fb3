"""`make mutants`: which changes of a line does no test notice?

    python -m tests.support.mutants [--only GLOB] [--survivors | --new] [--jobs 1]

draws a sample of mutmut's changes of each package, in the modules that TESTS lists, makes them one
at a time in a copy of the repository, and runs there the tests that concern the changed module.
`tests/mutants.csv` has a row for each: killed or survived, and why a survivor may live. The sample
is drawn by a checksum of the changed line, so another line's change takes no row out of it. Exit
status 1 where a survivor has no reason, 2 where `--only` names no module that TESTS lists.

A change is tried in a process forked from one that has loaded the libraries already; tests that
open a browser are left out.
"""

import argparse
import contextlib
import csv
import fnmatch
import hashlib
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import pytest

from tests.support import ROOT

TABLE = ROOT / "tests/mutants.csv"
SEED = "27"
CORE, BOOK = "tests/sigmoids", "tests/sigmoids_book"
SITE = f"{BOOK}/site"
BUILDS = [
    f"{SITE}/test_build.py::test_{name}"
    for name in (
        "a_chapter_in_a_list_that_yaml_drops_is_named",
        "a_chapter_and_a_set_in_folders_have_pages_that_lead_to_each_other",
        "what_a_page_shows_is_written_word_for_word",
        "what_readers_download_is_plain_and_what_pages_load_is_there",
        "each_fault_is_named_with_its_place_and_remedy",
        "a_formula_that_katex_cannot_read_and_an_id_used_twice_fail_the_build",
    )
]
# What is changed, and the tests that concern it, the quickest first.
TESTS = {
    "sigmoids": {
        "functions.py": [f"{CORE}/test_functions.py"],
        "growth.py": [f"{CORE}/test_growth.py", f"{CORE}/demos/test_growth.py"],
        "checks.py": [f"{CORE}/test_checks.py"],
        "answers.py": [f"{CORE}/test_answers.py", f"{CORE}/test_checks.py"],
        "check_cells.py": [f"{CORE}/test_check_cells.py"],
    },
    "sigmoids_book": {
        "sets.py": [f"{BOOK}/test_sets.py"],
        "release.py": [f"{BOOK}/test_release.py"],
        "notebooks.py": [f"{BOOK}/test_notebooks.py"],
        "lab.py": [f"{BOOK}/test_lab.py"],
        "plain.py": [f"{BOOK}/test_plain.py", f"{BOOK}/test_markdown.py"],
        "toc.py": [f"{BOOK}/test_toc.py", f"{BOOK}/test_complaint.py"],
        "bibliography.py": [f"{BOOK}/test_complaint.py"],
        "complaint.py": [f"{BOOK}/test_complaint.py"],
        "site/__init__.py": [
            f"{SITE}/test_formulas.py",
            f"{SITE}/test_build.py::test_a_page_without_a_paragraph_has_no_description",
            *BUILDS,
            f"{SITE}/test_addresses.py::test_pages_name_their_address_and_that_of_their_picture"
            "[https://ada.github.io/course]",
        ],
        "site/__main__.py": [f"{SITE}/test_command.py"],
        "site/addresses.py": [f"{SITE}/test_addresses.py"],
        "site/again.py": [f"{SITE}/test_again.py"],
        "site/assets.py": [
            f"{SITE}/test_build.py::test_the_card_is_a_png_whatever_matplotlib_is_set_to",
            *BUILDS,
        ],
        "site/cells.py": BUILDS,
        "site/foreign.py": [f"{SITE}/test_foreign.py"],
        "site/formulas.py": [f"{SITE}/test_formulas.py", *BUILDS],
        "site/images.py": [f"{SITE}/test_images.py", *BUILDS],
        "site/keyboard.py": [f"{SITE}/test_keyboard.py"],
        "site/offline.py": [f"{SITE}/test_offline.py"],
        "site/quiz.py": BUILDS,
    },
}
LIBRARIES = """
anywidget docutils hypothesis.extra.numpy IPython jupyter_client matplotlib.pyplot mpmath myst_nb
nbclient nbformat nbgrader.preprocessors numpy playwright.sync_api pybtex.database rich
scipy.integrate scipy.optimize scipy.special scipy.stats sphinx.application sympy torch typer yaml
""".split()
PATIENCE = 4  # times what the tests take without a change


class Mutant(NamedTuple):
    """`module`: its path; `line`: where the change begins; `change`: the lines before and after."""

    module: str
    line: int
    change: str
    source: str


def sample(package: str, count: int) -> list[Mutant]:
    """`count` of the package's changes, those of the lowest rank, by module and line."""
    from mutmut.mutation.file_mutation import create_mutations

    every = []
    for module in (f"{package}/{name}" for name in TESTS[package]):
        source = (ROOT / module).read_text(encoding="utf-8")
        tree, mutations, _, _ = create_mutations(module, source)
        times: Counter = Counter()
        for one in mutations:
            texts = [tree.code_for_node(node) for node in (one.original_node, one.mutated_node)]
            what = repr((SEED, module, *texts))
            times[what] += 1  # which of the places that read the same
            rank = hashlib.sha256(f"{what}{times[what]}".encode()).hexdigest()
            every.append((rank, module, source, tree, one))
    found: dict[str, Mutant] = {}
    for _, module, before, tree, one in sorted(every, key=lambda m: m[0]):
        if len(found) == count:
            break
        after = tree.deep_replace(one.original_node, one.mutated_node).code
        with contextlib.suppress(SyntaxError):
            compile(after, module, "exec")
            if after != before:
                found.setdefault(after, Mutant(module, *difference(before, after), after))
    return sorted(found.values())


def difference(before: str, after: str) -> tuple[int, str]:
    """The number of the first changed line, and the changed lines before and after."""
    old, new = before.splitlines(), after.splitlines()
    least = min(len(old), len(new))
    start = next((i for i in range(least) if old[i] != new[i]), least)
    end = next((i for i in range(least - start) if old[-1 - i] != new[-1 - i]), least - start)
    a, b = (" ".join(" ".join(text[start : len(text) - end]).split()) for text in (old, new))
    return start + 1, f"{a}  =>  {b}"


def files() -> list[str]:
    """The files of the repository, with those that are not committed yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return [name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


class Copy:
    """A copy of the repository, in which one change is made at a time."""

    def __init__(self, folder: Path):
        self.folder = folder
        for name in files():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
        for name in ("_build", "node_modules"):
            if (ROOT / name).exists():
                (folder / name).symlink_to(ROOT / name)

    def survives(self, mutant: Mutant, seconds: float) -> bool:
        path = self.folder / mutant.module
        shutil.copy2(path, self.folder / ".before")
        path.write_text(mutant.source, encoding="utf-8")
        try:
            return self.passes(tests_of(mutant.module), seconds)
        finally:
            shutil.move(self.folder / ".before", path)

    def passes(self, tests: list[str], seconds: float) -> bool:
        """Whether the tests pass within the time, in a process forked from this one."""
        child = os.fork()
        if child == 0:
            self._run(tests)
        ended, status, end = 0, 0, time.monotonic() + seconds
        try:
            while not ended and time.monotonic() < end:
                time.sleep(0.05)
                ended, status = os.waitpid(child, os.WNOHANG)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)  # and whatever it has started
        if not ended:
            os.waitpid(child, 0)
        return bool(ended) and status == 0

    def _run(self, tests: list[str]) -> None:
        os.setsid()
        os.chdir(self.folder)
        os.environ |= {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        sys.dont_write_bytecode = True
        log = os.open(self.folder / ".log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1), os.dup2(log, 2)
        for name in list(sys.modules):
            if name.split(".")[0] in ("sigmoids", "sigmoids_book", "tests", "conftest"):
                del sys.modules[name]
        sys.path[:] = [str(self.folder), *(p for p in sys.path if p not in ("", str(ROOT)))]
        options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=line"]
        # The library is loaded before pytest could rewrite its assertions.
        options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
        status = 70
        try:
            status = pytest.main([*options, *tests], plugins=[WithoutBrowser()])
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(int(status))


class WithoutBrowser:
    @staticmethod
    def pytest_collection_modifyitems(items: list) -> None:
        items[:] = [i for i in items if "browser" not in getattr(i, "fixturenames", ())]


def modules() -> list[str]:
    """What can be tried: by path, the modules whose tests are named here."""
    return [f"{package}/{name}" for package, names in TESTS.items() for name in names]


def tests_of(module: str) -> list[str]:
    package, _, name = module.partition("/")
    return TESTS[package][name]


def verdicts(chosen: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether it survives, as they come."""
    for name in LIBRARIES:
        importlib.import_module(name)
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(jobs):
            folder = Path(place, str(number))
            folder.mkdir()
            copies.put(Copy(folder))
        seconds = {}
        first = copies.get()
        for tests in {tuple(tests_of(m.module)) for m in chosen}:
            began = time.monotonic()
            if not first.passes(list(tests), 3600):
                said = (first.folder / ".log").read_text(encoding="utf-8", errors="replace")
                sys.exit(f"Without any change these fail: {' '.join(tests)}\n{said[-3000:]}")
            seconds[tests] = time.monotonic() - began
            print(f"{seconds[tests]:.0f} s: {' '.join(tests)}", flush=True)
        copies.put(first)

        def judge(mutant: Mutant) -> tuple[Mutant, bool]:
            copy = copies.get()
            try:
                limit = 10 + PATIENCE * seconds[tuple(tests_of(mutant.module))]
                return mutant, copy.survives(mutant, limit)
            finally:
                copies.put(copy)

        if jobs == 1:
            yield from map(judge, chosen)
            return
        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(judge, chosen)


def table() -> dict[tuple[str, str], dict]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {(row["module"], row["change"]): row for row in csv.DictReader(lines)}


def write(rows: Iterable[dict]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        names = ("module", "line", "change", "verdict", "why")
        writer = csv.DictWriter(lines, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda r: (r["module"], int(r["line"]), r["change"])))


def report(rows: Iterable[dict]) -> str:
    found: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        found[row["module"]][row["verdict"]] += 1
        found[row["module"].partition("/")[0]][row["verdict"]] += 1
    return "\n".join(
        f"{name}: {counts['killed']} of {counts.total()} killed"
        for name, counts in sorted(found.items())
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--only", default="*", help="modules, such as 'sigmoids/*'")
    parser.add_argument("--not", dest="leave", default="", help="modules to leave out")
    parser.add_argument("--count", type=int, default=200, help="of each package")
    parser.add_argument("--survivors", action="store_true", help="only those that survived before")
    parser.add_argument("--new", action="store_true", help="only those that the table has not yet")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(arguments)
    if not any(fnmatch.fnmatch(module, options.only) for module in modules()):
        parser.error(f"no module to try is called {options.only}; there are {', '.join(modules())}")
    known = table()
    drawn = [m for package in TESTS for m in sample(package, options.count)]
    drawn = list({(m.module, m.change): m for m in drawn}.values())
    chosen = [
        m
        for m in drawn
        if fnmatch.fnmatch(m.module, options.only) and not fnmatch.fnmatch(m.module, options.leave)
    ]
    if options.survivors:
        alive = {key for key, row in known.items() if row["verdict"] == "survived"}
        chosen = [m for m in chosen if (m.module, m.change) in alive]
    if options.new:
        chosen = [m for m in chosen if (m.module, m.change) not in known]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended; the table has what was tried."))
    rows = {}
    for m in drawn:  # of earlier runs, where they are in the sample
        if row := known.get((m.module, m.change)):
            rows[m.module, m.change] = row | {"line": m.line}
    for m, survived in verdicts(chosen, options.jobs):
        why = rows.get((m.module, m.change), {}).get("why", "") if survived else ""
        verdict = "survived" if survived else "killed"
        row = {"module": m.module, "line": m.line, "change": m.change}
        rows[m.module, m.change] = row | {"verdict": verdict, "why": why}
        write(rows.values())
        if survived:
            print(f"{m.module}:{m.line}: {m.change}", flush=True)
    print(report(rows.values()))
    open_ = [row for row in rows.values() if row["verdict"] == "survived" and not row["why"]]
    if open_:
        print(f"{len(open_)} survivors without a reason in {TABLE.relative_to(ROOT)}")
    return 1 if open_ else 0


if __name__ == "__main__":
    sys.exit(main())
