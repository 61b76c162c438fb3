"""Exercises and solutions in the book, and in nbgrader's hands."""

import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from sigmoids import checks
from sigmoids_book import lab, sets
from sigmoids_book.site import exercises as pages
from tests.support import HTML, ROOT
from tests.support.answers import execute, solved
from tests.support.pages import STORAGE_OFF

SETS = sets.read_all()


def text(name):
    return (HTML / name).read_text(encoding="utf-8")


def test_the_table_names_each_set_once_in_the_order_of_the_chapters():
    links = re.findall(
        r'href="../exercises/(\w+)\.html"', text("guides/exercises.html").split("<article>")[1]
    )
    order = pages.in_order(ROOT, SETS)
    assert list(dict.fromkeys(links)) == [s.name for s in order]
    chapters = re.findall(r"file: chapters/(\w+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    assert [s.chapter for s in order] == sorted((s.chapter for s in order), key=chapters.index)
    assert f"<p>{sum(s.points for s in SETS)}</p>" in text("guides/exercises.html")


@pytest.mark.parametrize("exercise", SETS, ids=lambda s: s.name)
def test_the_title_page_counts_what_is_there(exercise):
    first = nbformat.read(ROOT / f"exercises/{exercise.name}.ipynb", as_version=4).cells[0].source
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
    questions = words[pages.scored(exercise)]
    counts = f"{questions} questions, {exercise.points} points, about {exercise.minutes} minutes"
    assert counts in first
    assert f"../chapters/{exercise.chapter}.ipynb" in first


def names_of(folds):
    """What a screen reader calls each fold.."""
    return folds.evaluate_all("(all) => all.map((one) => one.ariaLabel ?? one.textContent)")


def expected_names(exercise, *, answers):
    """A name for each fold, in the order of the page: no two are the same."""
    names = []
    for number, question in enumerate(exercise.questions, start=1):
        names += [f"Hint {hint} for question {number}" for hint in (1, 2)]
        names += [f"The answer to question {number}"] if answers else []
        several = len(question.checks) > 1
        names += [
            f"The check of question {number}" + f" ({n} of {len(question.checks)})" * several
            for n in range(1, len(question.checks) + 1)
        ]
    assert len(set(names)) == len(names)
    return names


@pytest.mark.parametrize("exercise", SETS, ids=lambda s: s.name)
def test_pages_fold_checks_and_answers_and_show_no_mark(page, site, exercise):
    for folder, answers in (("exercises", 0), ("solutions", len(exercise.questions))):
        page.goto(f"{site}{folder}/{exercise.name}.html")
        assert "### " not in page.locator("article").text_content()
        folded = page.locator("details:not([open]) > summary")
        checks_in_all = sum(len(q.checks) for q in exercise.questions)
        assert folded.filter(has_text="The check").count() == checks_in_all
        assert folded.filter(has_text="The answer").count() == answers
        assert folded.filter(has_text="Hint").count() == 2 * len(exercise.questions)
        assert names_of(folded) == expected_names(exercise, answers=bool(answers))
        title = exercise.title.replace("Exercises", folder.capitalize())
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        if folder == "exercises":
            expect(page.locator('article a[href="../guides/start.html"]')).to_be_visible()
            link = page.get_by_role("link", name="Download this page as a notebook")
            got = nbformat.reads(page.request.get(link.evaluate("a => a.href")).text(), 4)
            ours = nbformat.read(ROOT / f"exercises/{exercise.name}.ipynb", as_version=4)
            ours = lab.plain(ours, ROOT / "references.bib")  # links as JupyterLab has them
            assert sets.parse(got, exercise.name) == sets.parse(ours, exercise.name)
            checks = [question.checks for question in exercise.questions]
            assert [q.checks for q in sets.parse(got, exercise.name).questions] == checks


def test_ticks_are_kept_in_the_browser(page, site):
    page.goto(site + "guides/exercises.html")
    box = page.get_by_role("checkbox", name="The formula: done")
    expect(box).not_to_be_checked()
    box.check()
    page.reload()
    expect(box).to_be_checked()
    size = box.bounding_box()
    assert min(size["width"], size["height"]) >= 24
    box.uncheck()
    page.reload()
    expect(box).not_to_be_checked()


def test_without_storage_there_are_no_ticks_to_keep(page, site):
    page.add_init_script(STORAGE_OFF)
    page.goto(site + "guides/exercises.html")
    expect(page.get_by_role("link", name="The formula").first).to_be_visible()
    expect(page.locator("input[data-set=formula]")).to_be_hidden()
    assert page.wrong == []


def test_without_scripts_the_table_has_no_column_for_ticks(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "guides/exercises.html")
    expect(page.get_by_role("columnheader")).to_have_count(4)
    expect(page.locator("input[data-set=formula]")).to_be_hidden()
    expect(page.get_by_role("cell", name="The formula")).to_be_visible()
    context.close()


def test_the_table_does_not_move_when_its_script_comes(page, site):
    page.route("**/site.js*", lambda route: route.abort())
    page.goto(site + "guides/exercises.html")
    cells = """() => [...document.querySelectorAll("td")]
        .map((cell) => JSON.stringify(cell.getBoundingClientRect()))"""
    before = page.evaluate(cells)
    page.unroute("**/site.js*")
    page.reload()
    expect(page.locator(".theme")).to_be_visible()
    assert page.evaluate(cells) == before


def test_the_first_exercise_is_told_as_it_happens():
    """The wrong line of the start page gives the message that the page prints."""
    start = (ROOT / "guides/start.md").read_text(encoding="utf-8")
    line, message = re.findall(r"^```(?:python)?\n( {4}return.*|Not yet\. .*)\n```$", start, re.M)
    head = next(
        c.source
        for c in nbformat.read(ROOT / "exercises/formula.ipynb", as_version=4).cells
        if sets.nbgrader(c).get("grade_id") == "s_curve"
    )
    answer = head.replace("    # Your code here", line)
    assert answer != head
    lost = solved("formula").run("s_curve", answer)
    assert message == f"Not yet. {lost['s_curve-check']}"


def test_a_set_that_lacks_something_is_named_with_place_and_remedy():
    notebook = nbformat.read(ROOT / "solutions/formula.ipynb", as_version=4)
    assert sets.complaints(notebook, "x") == []
    by_id = {sets.nbgrader(c).get("grade_id"): c for c in notebook.cells}
    del notebook.metadata["sigmoids"]
    by_id["s_curve-check"].metadata.nbgrader.grade_id = "another"
    by_id["second_form"].source = by_id["second_form"].source.replace("### END SOLUTION", "")
    by_id["rise-check"].metadata.nbgrader.points = 0
    by_id["s_curve-arrays"].source = by_id["s_curve-arrays"].source.replace("hidden=True", "")
    by_id["where-check"].metadata.nbgrader.grade_id = "rate-check"
    notebook.cells = [c for c in notebook.cells if c.id not in ("setup", "rate-hint-2")]
    heading = next(c for c in notebook.cells if c.source.startswith("## 6"))
    heading.metadata = {}
    found = "\n".join(map(str, sets.complaints(notebook, "x")))
    for part in (
        'x: the metadata need {"sigmoids"',
        "x: no locked setup cell",
        "x: the grade_id rate-check stands twice",
        "x, question “1. Three numbers”: the grade_id another must begin with",
        "s_curve-arrays must end in checks.passed(…, hidden=True) if tests are hidden",
        "question “2. Repair the other form”: its answer needs the lines ### BEGIN SOLUTION",
        "question “3. From 10% to 90%”: has no points",
        "question “5. Carlson's yeast, by a ruler”: needs two hints",
        "question “6. A fair opponent”: its heading cell needs",
    ):
        assert part in found, found


def test_the_generator_writes_what_is_missing_removes_what_has_no_source_and_then_rests(tmp_path):
    for folder in ("solutions", "exercises"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "solutions/formula.ipynb", tmp_path / "solutions")
    (tmp_path / "exercises/stray.ipynb").write_text("{}", encoding="utf-8")

    def run(*options):
        command = [sys.executable, "-m", "sigmoids_book.release", *options]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120
        )
        return done.returncode, done.stdout, done.stderr

    status, _, said = run("--check")
    assert status == 1
    assert "exercises/formula.ipynb: it is not what solutions/ gives. Run `make exercises`." in said
    status, said, _ = run()
    assert (status, said.splitlines()) == (
        0,
        [
            "exercises/formula.ipynb written",
            "exercises/stray.ipynb removed: it has no source in solutions/",
        ],
    )
    made = (tmp_path / "exercises/formula.ipynb").read_bytes()
    assert made == (ROOT / "exercises/formula.ipynb").read_bytes()
    assert run() == (0, "", "")


def test_the_official_nbgrader_releases_and_scores_a_set(tmp_path):
    """`generate_assignment` and `autograde`: the solution in full, the untouched exercise 0."""
    source = tmp_path / "source/formula"
    source.mkdir(parents=True)
    shutil.copy(ROOT / "solutions/formula.ipynb", source)
    (tmp_path / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(tmp_path)!r}\n"
        "c.ClearSolutions.enforce_metadata = True\n",
        encoding="utf-8",
    )

    def nbgrader(*command):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *command],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
        )
        assert done.returncode == 0, done.stderr

    nbgrader("generate_assignment", "formula", "--force")
    released = tmp_path / "release/formula/formula.ipynb"
    for learner, work in (("ada", ROOT / "solutions/formula.ipynb"), ("ben", released)):
        folder = tmp_path / "submitted" / learner / "formula"
        folder.mkdir(parents=True)
        shutil.copy(work, folder)
    nbgrader("autograde", "formula")
    nbgrader("export")
    lines = (tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(lines[0].split(","), line.split(","), strict=True)) for line in lines[1:]]
    full = next(s for s in SETS if s.name == "formula").points
    scores = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in rows}
    assert scores == {"ada": (full, full), "ben": (0, full)}


def test_hidden_tests_try_what_the_exercise_does_not_show():
    """An answer that fits the visible cases alone passes them, and loses when it is scored."""
    fits = (
        "import numpy as np\n\ndef fair_arctan(x):\n"
        "    known = {0.0: 0.5, 1.0: 0.71192237, -8.0: 0.05023923, 0.5: 0.6191105, "
        "8.0: 0.94976077, -1000.0: 0.00040528, 1000.0: 0.99959472}\n"
        "    return np.vectorize(lambda v: known.get(float(v), 0.0))(x)[()]"
    )
    formula = solved("formula")
    assert list(formula.run("fair_arctan", fits)) == ["fair_arctan-check"]
    names = dict(formula.before["fair_arctan"])
    execute(fits, names)
    public = next(s for s in SETS if s.name == "formula")
    question = next(q for q in public.questions if q.id == "fair_arctan")
    execute(question.checks[0].source, names)
    assert question.checks[0].hidden
    with pytest.raises(checks.Wrong):
        execute(formula.question("fair_arctan").checks[0].source, names)
