"""The quick check runs what a changed file can break, and says what it leaves out."""

import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from sigmoids_book import quick
from sigmoids_book.dependents import Tree
from tests.support import ROOT
from tests.support.notebooks import TEMPLATE, cell, read

TREE = Tree(ROOT)
SCRIPTS = ["biome", "sigmoids/demos/bundles/ is what the programs give"]
SITE, STYLE = "the site: changed pages built", ["linter", "formatter"]


def plan(*changed, built=True):
    return quick.plan(TREE, list(changed), lambda: built)


def steps(*changed, built=True):
    """What runs, in words."""
    made = plan(*changed, built=built)
    return [step.what for step in ([made.site] if made.site else []) + made.others]


def short(what):
    """With files of tests by their names alone."""
    return [w.rpartition("/")[2] if w.startswith("tests/") else w for w in what]


CELLS = "{}: cells run, outputs compared"
COMPLAINTS = "complaints about notebooks"


@pytest.mark.parametrize("name", ["chapters/odds.ipynb", "chapters/_template.ipynb"])
def test_of_a_chapter_the_cells_run_and_the_page_is_built(name):
    assert steps(name) == [SITE, *STYLE, CELLS.format(name), COMPLAINTS]


def test_pages_are_built_where_that_is_quick_and_can_show_the_change():
    chapter, code, settings = "chapters/odds.ipynb", "sigmoids/functions.py", "references.bib"
    for changed, built in {(chapter,): True, (code, chapter): True, (code,): False}.items():
        assert (SITE in steps(*changed, built=True)) == built
        assert SITE not in steps(*changed, built=False)
    for name, why in {
        chapter: "of which no build is there",
        code: f"all of whose pages may show {code}",
        settings: f"all of whose pages may show {settings}",
    }.items():
        assert plan(name, built=False).left_out[0] == f"the site, {why} (`make site`)"
        assert not any(what.startswith("the site") for what in plan(name, built=True).left_out)
    assert not any("site" in what for what in plan("README.md", built=False).left_out)


@pytest.mark.parametrize("name", ["solutions/odds.ipynb", "exercises/odds.ipynb"])
def test_of_a_set_the_right_and_wrong_answers_are_tried_too(name):
    solution = "solutions/odds.ipynb"
    complaints = [COMPLAINTS] if name == solution else []
    assert steps(name) == [
        SITE,
        *STYLE,
        f"{solution}: right and wrong answers",
        "exercises/ is what solutions/ gives",
        CELLS.format(solution),
        *complaints,
    ]
    assert f"mutants of {solution}" in plan(name).left_out


def test_of_a_demo_its_tests_and_the_chapter_that_shows_it():
    name = "sigmoids/demos/cortex.py"
    chosen = steps(name, built=False)
    assert short(chosen) == [*STYLE, CELLS.format("chapters/nets.ipynb"), "test_cortex.py"]
    program = "sigmoids/demos/cortex.js"
    assert short(w for w in steps(program, built=False) if w not in SCRIPTS) == ["test_cortex.py"]
    assert plan(name, built=False).left_out == [
        f"the site, all of whose pages may show {name} (`make site`)"
    ]


def test_of_a_function_that_everything_uses_its_own_tests():
    made = plan("sigmoids/functions.py", built=False)
    assert short(step.what for step in made.others) == [*STYLE, "test_functions.py"]
    site, files, notebooks = made.left_out
    assert site.startswith("the site, all of whose pages may show sigmoids/functions.py")
    assert "test files that use sigmoids/functions.py" in files
    assert "notebooks that use sigmoids/functions.py" in notebooks


def test_of_a_figure_its_cases_and_its_chapter():
    (cases,) = (s for s in plan("sigmoids/figures/odds.py").others if "function" in s.what)
    assert cases.command[-2] == "-k"
    assert "draw_" in cases.command[-1] and " or " in cases.command[-1]
    assert CELLS.format("chapters/odds.ipynb") in steps("sigmoids/figures/odds.py")
    arguments = next((ROOT / "tests").rglob("figures/odds.py")).relative_to(ROOT).as_posix()
    (same,) = (s for s in plan(arguments).others if "function" in s.what)
    assert same == cases


@pytest.mark.parametrize(
    ("name", "wanted"),
    {
        "sigmoids/demos/generator.js": ["test_depth.py", "test_backprop.py", "test_zigzag.py"],
        "sigmoids/models/zigzag.py": [CELLS.format("chapters/limitations.ipynb"), "test_zigzag.py"],
        "sigmoids_book/notebooks.py": ["test_notebooks.py"],
        "sigmoids_book/cli.py": ["test_judge.py"],
        "sigmoids_book/site/quiz.py": ["test_build.py"],
        "sigmoids_book/site/theme/static/search.js": ["test_search.py"],
        "data/carlson/values.csv": ["test_datasets.py", "test_repository.py"],
        "data/timeline/values.csv": [SITE, "test_timeline.py", "test_repository.py"],
        "reference/glossary.md": [SITE, "test_glossary.py"],
        "guides/start.md": [SITE],
        "README.md": ["test_repository.py"],
        ".github/workflows/book.yml": ["test_repository.py"],
        "requirements.txt": ["test_repository.py", "test_setup.py"],
        "tests/wrong_answers/odds/harder_by/x.py": [
            "solutions/odds.ipynb: right and wrong answers"
        ],
        "tests/wrong_answers/odds/harder_by/gone.txt": [
            "solutions/odds.ipynb: right and wrong answers"
        ],
        "benchmarks/speed.py": ["test_speed.py"],
    }.items(),
)
def test_of_other_files_what_is_named_after_them_or_uses_them(name, wanted):
    assert set(wanted) <= set(short(steps(name))), steps(name)


def test_a_changed_test_runs_itself():
    for name in TREE.tests:
        assert steps(name) == [*STYLE, name]


def test_tests_that_read_pages_wait_for_them_or_are_left_out():
    claims, table = TREE.tests_called("test_claims.py")[0], "data/claims/values.csv"
    made = plan(table)
    assert [step.what for step in made.others if step.reads_site] == [claims]
    assert made.site
    stale = plan("sigmoids_book/site/claims.py", built=False)
    assert claims not in [step.what for step in stale.others]
    assert f"{claims}, which would read its old pages" in stale.left_out


@pytest.mark.parametrize(
    ("code", "reads"),
    {
        "from tests.support import HTML": True,
        "from tests.support.pages import PAGES, start_demos": True,
        "from tests.support.pages import accessibility_violations": False,
        "def test_x(page, site):\n    page.goto(site)": True,
        "HTML = '<p>'\nprint('the site, built')": False,
        "from sigmoids_book.site import HTML": False,
    }.items(),
)
def test_who_reads_pages_is_told_by_imports_and_fixtures(tmp_path, code, reads):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_x.py").write_text(code, encoding="utf-8")
    assert quick._reads_site(Tree(tmp_path).tests["tests/test_x.py"]) == reads


def test_every_file_of_the_repository_has_its_checks_or_is_named():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\0")
    unknown = set()
    for name in filter(None, listed):
        chosen = quick.choose(TREE, name)
        if any("no quick check is known" in what for what in chosen.left_out):
            unknown.add(name.partition("/")[0])
            assert chosen.left_out == {f"what depends on {name}, for which no quick check is known"}
    assert unknown <= {"sigmoids", "sigmoids_book", "tests", "benchmarks"}


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A git repository in `course/` of a folder, with one commit; the current folder is there."""
    folder = tmp_path / "course"
    folder.mkdir()
    for name, text in {
        "_config.yml": "",
        ".gitignore": "ignored\n",
        "kept.py": "",
        "gone.py": "",
        "a name – with Ü.md": "",
        "../outside.py": "",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"]):
        person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *person, *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(folder)
    return folder


def test_git_says_what_has_changed(repository):
    with pytest.raises(quick.Nothing, match="Nothing has changed since the last commit"):
        quick.from_git(repository)
    (repository / "gone.py").unlink()
    for name in ("ignored", "new.py", "a name – with Ü.md", "../outside.py"):
        (repository / name).write_text("x = 1\n", encoding="utf-8")
    subprocess.run(["git", "mv", "kept.py", "moved.py"], check=True)
    changed = ["a name – with Ü.md", "gone.py", "kept.py", "moved.py", "new.py"]
    assert quick.from_git(repository) == changed


def test_without_git_files_are_to_be_named(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    with pytest.raises(quick.Nothing, match=r"not a git repository.*make check FILES="):
        quick.from_git(repository)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(quick.Nothing, match=r"git cannot tell.*make check FILES="):
        quick.from_git(repository)


def test_named_files_stand_below_the_top(repository):
    (repository / "chapters").mkdir()
    assert quick.named(repository, ["./kept.py", str(repository / "kept.py"), "gone.py"]) == [
        "kept.py",
        "gone.py",
    ]
    for wrong, said in {
        "chapters": "is a folder. Name files: make check FILES=chapters/",
        "chapters/non.ipynb": "There is no file chapters/non.ipynb",
        "../outside.py": "lies outside of",
    }.items():
        with pytest.raises(quick.Nothing, match=said):
            quick.named(repository, [wrong])


def check(folder, *files):
    """Exit status, and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "sigmoids_book.quick", *files],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
    )
    return done.returncode, done.stdout


def test_what_is_wrong_is_told_with_the_command_that_shows_it_again(repository):
    assert check(repository)[0] == 2
    (repository / "kept.py").write_text("x = 1\n", encoding="utf-8")
    status, said = check(repository)
    assert status == 0, said
    assert said.startswith("Checking kept.py\n") and "2 steps, nothing wrong" in said
    assert "Not run: all other tests. `make test` runs everything.\n" in said
    (repository / "kept.py").write_text("x  = y\n", encoding="utf-8")
    status, said = check(repository)
    assert status == 1 and "2 of 2 wrong" in said, said
    assert "Undefined name `y`" in said
    assert "Again: python -m ruff format --quiet --check ." in said
    assert check(repository, "non.py")[0] == 2
    assert check(repository.parent)[0] == 2


def test_a_notebook_with_another_output_is_refused(repository):
    (repository / "chapters").mkdir()
    notebook = read(TEMPLATE)
    cell(notebook, "claim-check").outputs[0]["text"] = "0.26\n"
    nbformat.write(notebook, repository / "chapters/wrong.ipynb")
    status, said = check(repository, "chapters/wrong.ipynb")
    assert status == 1, said
    verdicts = {
        line.split(" s  ")[1]: line.split()[0] for line in said.splitlines() if " s  " in line
    }
    assert verdicts[CELLS.format("chapters/wrong.ipynb")] == "failed"
    assert verdicts[COMPLAINTS] == "ok"
    assert "1 failed, 3 passed" in said
    assert "the site, of which no build is there (`make site`)" in said


def python(code, **how):
    return quick.Step("a step", (sys.executable, "-c", code), **how)


def test_a_step_that_takes_too_long_is_stopped_and_named(monkeypatch):
    began = time.monotonic()
    assert quick.run(python("import time; time.sleep(300)", limit=1)).verdict == "stopped"
    monkeypatch.setattr(quick, "GRACE", 1)
    deaf = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(300)"
    assert quick.run(python(deaf, limit=1)).verdict == "stopped"
    assert time.monotonic() - began < 150


@pytest.mark.parametrize(("first", "verdict"), [("0", "failed"), ("1", "stopped")])
def test_a_stop_hides_no_test_that_has_failed(tmp_path, first, verdict):
    path = tmp_path / "test_it.py"
    path.write_text(
        f"def test_first(): assert {first}\ndef test_second(): raise KeyboardInterrupt\n",
        encoding="utf-8",
    )
    outcome = quick.run(quick.Step("", (*quick.PYTEST, "-c", os.devnull, str(path))))
    assert outcome.verdict == "failed"  # pytest's exit status of an interruption
    assert quick.verdict(2, True, outcome.said) == verdict, outcome.said


@pytest.mark.parametrize("processors", [1, 3])
def test_what_reads_the_pages_begins_when_they_are_built(tmp_path, monkeypatch, processors):
    monkeypatch.setattr(quick.processors, "available", lambda: processors)
    page = str(tmp_path / "page")
    build = python(f"import time; time.sleep(1); open({page!r}, 'w')")
    look = python(f"open({page!r})", reads_site=True)
    outcomes = list(quick.run_all(quick.Plan(build, [look, python("raise SystemExit(3)")], [])))
    verdicts = {outcome.step.command[2]: outcome.verdict for outcome in outcomes}
    assert verdicts == {
        build.command[2]: "ok",
        look.command[2]: "ok",
        "raise SystemExit(3)": "failed",
    }


def test_the_makefile_calls_it_with_the_files():
    text = (Path(ROOT) / "Makefile").read_text(encoding="utf-8")
    assert "\ncheck: $(READY) ##" in text and "@python -m sigmoids_book.quick $(FILES)\n" in text
