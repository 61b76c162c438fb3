"""The exercise sets: generated, not edited; their checks accept what is right and nothing else.

`wrong_answers/<set>/<question>/<what_is_wrong>.py` says in its docstring which checks it loses and
what the learner is told: `Loses <check>: <a part of the message>`, a line for each check lost.
`right_answers/<set>/<question>/<how>.py` scores in full.
"""

import ast
import contextlib
import functools
import itertools
import os
import re
import warnings
from functools import cache
from pathlib import Path

import matplotlib
import nbformat
import numpy as np
import pytest

from sigmoids import checks
from sigmoids_book import release, sets
from tests.support import ROOT
from tests.support.answers import LOSES, RIGHT, SOLUTIONS, WRONG, execute, place, solved

SEEDS = int(os.environ.get("SEEDS", "2"))
matplotlib.use("agg")


def defined(source: str) -> list[str]:
    """The functions that an answer's cell defines."""
    return [n.name for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)]


def assigned(source: str) -> list[str]:
    """The names to which an answer's cell gives `...` for the learner to replace."""
    return [
        n.targets[0].id
        for n in ast.parse(source).body
        if isinstance(n, ast.Assign)
        and isinstance(n.value, ast.Constant)
        and n.value.value is ...
        and isinstance(n.targets[0], ast.Name)
    ]


def label(path: Path) -> str:
    return "-".join((*place(path), path.stem))


CHECKS = {
    (path.stem, question.id): question.checks
    for path in SOLUTIONS
    for question in sets.read(path).questions
    if question.points
}
SCORED = list(CHECKS)


def drawn(name: str, question: str) -> list[str]:
    """The checks of a question that draw hidden inputs."""
    return [check.id for check in CHECKS[name, question] if "checks.draw(" in check.source]


DRAWN = [one for one in SCORED if drawn(*one)]


def of_each(questions: list[tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "question"), questions, ids=map("-".join, questions))


by_question = of_each(SCORED)


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda p: p.stem)
def test_a_set_has_all_that_belongs_to_one(path):
    assert sets.complaints(nbformat.read(path, as_version=4), path.name) == []


def test_exercises_are_what_the_solutions_give():
    """Did somebody edit an exercise by hand, or forget `make exercises`?"""
    assert [path.name for path, _ in release.outdated(ROOT)] == []


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda p: p.stem)
def test_no_answer_hidden_test_or_output_is_left(path):
    text = (ROOT / "exercises" / path.name).read_text(encoding="utf-8")
    assert "### " not in text.replace("#### ", "")
    exercise = nbformat.reads(text, as_version=4)
    assert all(c.outputs == [] for c in exercise.cells if c.cell_type == "code")
    # The alternative text of a figure tells what is to be read off it.
    assert not any("mystnb" in c.metadata for c in exercise.cells if sets.is_answer(c))
    for cell in nbformat.read(path, as_version=4).cells:
        for begin, end in (
            (sets.SOLUTION_BEGIN, sets.SOLUTION_END),
            (sets.HIDDEN_BEGIN, sets.HIDDEN_END),
        ):
            for secret in re.findall(f"{begin}\n(.*?)\n *{end}", cell.source, re.DOTALL):
                assert secret not in "\n".join(c.source for c in exercise.cells)


@pytest.mark.counts("solutions that score in full")
@by_question
def test_the_solution_scores_in_full(name, question):
    assert solved(name).run(question) == {}


@by_question
def test_the_untouched_exercise_scores_nothing(name, question):
    exercise = nbformat.read(ROOT / "exercises" / f"{name}.ipynb", as_version=4)
    blank = next(c for c in exercise.cells if sets.nbgrader(c).get("grade_id") == question)
    lost = solved(name).run(question, blank.source)
    assert list(lost) == [check.id for check in solved(name).question(question).checks]
    assert all("yet" in message for message in lost.values()), lost


@pytest.mark.counts("wrong answers refused")
@pytest.mark.parametrize("path", WRONG, ids=label)
def test_a_wrong_answer_loses_its_checks_and_is_told_why(path):
    name, question = place(path)
    source = path.read_text(encoding="utf-8")
    meant = dict(LOSES.findall(ast.get_docstring(ast.parse(source)) or ""))
    assert meant, f"{path} does not say what it loses"
    lost = solved(name).run(question, source)
    assert set(lost) == set(meant)
    for check, message in meant.items():
        assert message in lost[check]


@by_question
def test_no_two_wrong_answers_are_told_the_same(name, question):
    folder = ROOT / "tests/wrong_answers" / name / question
    told = {}
    for path in sorted(folder.glob("*.py")):
        lost = solved(name).run(question, path.read_text(encoding="utf-8"))
        message = next(iter(lost.values()))
        assert message not in told, f"{path.stem} is told what {told.get(message)} is told"
        told[message] = path.stem
    kind = solved(name).question(question).kind
    functions = defined(solved(name).answers[question])
    assert len(told) >= (3 if functions else 2), f"{kind} {question}: more wrong answers"


@pytest.mark.counts("right answers taken")
@pytest.mark.parametrize("path", RIGHT, ids=label)
def test_another_right_answer_scores_in_full(path):
    name, question = place(path)
    assert solved(name).run(question, path.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize("path", RIGHT, ids=label)
def test_a_right_answer_is_right_whatever_the_seed(path):
    """More seeds: SEEDS=200 pytest tests/course/test_exercises.py -k seed"""
    name, question = place(path)
    for seed in range(SEEDS):
        assert solved(name).run(question, path.read_text(encoding="utf-8"), seed=str(seed)) == {}


@of_each(DRAWN)
def test_the_solution_is_right_whatever_the_seed(name, question):
    for seed in range(SEEDS):
        assert solved(name).run(question, seed=str(seed)) == {}


@pytest.mark.parametrize("path", [path for path in WRONG if place(path) in DRAWN], ids=label)
def test_a_wrong_answer_is_wrong_whatever_the_seed(path):
    name, question = place(path)
    source = path.read_text(encoding="utf-8")
    meant = set(dict(LOSES.findall(ast.get_docstring(ast.parse(source)) or "")))
    for seed in range(SEEDS):
        assert set(solved(name).run(question, source, seed=str(seed))) == meant


@by_question
def test_every_check_of_a_function_draws_hidden_inputs_under_its_own_name(name, question):
    ids = [check.id for check in solved(name).question(question).checks]
    if recorded(name, question):
        assert drawn(name, question) == ids
    for check in solved(name).question(question).checks:
        for seed in re.findall(r"checks\.draw\((.*?)\)", check.source):
            assert seed == f'"{check.id}"'


def listed(name: str, question: str) -> list[tuple[dict, tuple]]:
    """Of each call of `checks` with mistakes, what the right answer and each mistake give."""
    found = []

    def tolerance(options, rtol=None):
        return options.get("rtol", rtol), options.get("atol", 0.0)

    def value(original, name, answer, expected, **options):
        mistakes = {m: [wrong] for m, wrong in (options.get("mistakes") or {}).items()}
        found.append(({RIGHT_ANSWER: [expected]} | mistakes, tolerance(options, 1e-6)))
        return original(name, answer, expected, **options)

    def function(original, f, cases, **options):
        cases = list(cases)
        given = {m: [given_by(g, c[:-1]) for c in cases] for m, g in mistakes_in(options)}
        found.append(({RIGHT_ANSWER: [c[-1] for c in cases]} | given, tolerance(options)))
        return original(f, cases, **options)

    def expression(original, name, answer, symbols, cases, **options):
        *columns, right = (np.array(column, dtype=float) for column in zip(*cases, strict=True))
        given = {m: [given_by(g, columns)] for m, g in mistakes_in(options)}
        found.append(({RIGHT_ANSWER: [right]} | given, tolerance(options, 1e-9)))
        return original(name, answer, symbols, cases, **options)

    with pytest.MonkeyPatch.context() as patch:
        for spy in (value, function, expression):
            original = getattr(checks, spy.__name__)
            patch.setattr(checks, spy.__name__, functools.partial(spy, original))
        assert solved(name).run(question) == {}
    return [(answers, near) for answers, near in found if len(answers) > 1]


def mistakes_in(options: dict) -> list[tuple]:
    return list((options.get("mistakes") or {}).items())


def given_by(f, arguments):
    """What a wrong function gives; the error that it stops with."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return f(*(np.array(a) if isinstance(a, list | np.ndarray) else a for a in arguments))
        except Exception as error:
            return error


def alike(a: list, b: list, rtol: float | None, atol: float) -> bool:
    def same(one, other):
        if isinstance(one, Exception) or isinstance(other, Exception):
            return isinstance(one, Exception) and isinstance(other, Exception)
        return checks._answer_agrees(np.asarray(one), np.asarray(other), rtol, atol)

    return all(map(same, a, b)) and not all(isinstance(x, Exception) for x in a)


RIGHT_ANSWER = "the right answer"


@by_question
def test_no_listed_mistake_gives_what_another_or_the_right_answer_gives(name, question):
    """A mistake may be right in some calls, as long as another call of its check notices it."""
    noticed, every = set(), set()
    for answers, near in listed(name, question):
        right = answers.pop(RIGHT_ANSWER)
        wrong = {m: given for m, given in answers.items() if not alike(given, right, *near)}
        every |= set(answers)
        noticed |= set(wrong)
        for (one, a), (other, b) in itertools.combinations(wrong.items(), 2):
            assert not alike(a, b, *near), f"one number for two: {one} | {other}"
    assert every == noticed, f"gives what is right: {every - noticed}"


@by_question
def test_an_expression_is_tried_at_points_drawn_anew(name, question):
    for check in solved(name).question(question).checks:
        if "checks.expression(" in check.source:
            assert check.id in drawn(name, question)
            hidden = check.source.partition(sets.HIDDEN_BEGIN)[2]
            assert "checks.expression(" in hidden and "hidden=True" in hidden


def key(arguments: list) -> str:
    return repr([(np.shape(a), np.asarray(a).tolist()) for a in arguments])


@by_question
def test_a_table_of_all_that_is_published_scores_nothing(name, question):
    ids = [check.id for check in solved(name).question(question).checks]
    for f, known in published(name, question).items():

        def look_up(*arguments, known=known):
            return known.get(key(arguments), next(iter(known.values()), 0.0))

        look_up.__name__ = f
        assert sorted(solved(name).run(question, seed="another", **{f: look_up})) == sorted(ids)


@cache
def published(name: str, question: str) -> dict[str, dict[str, object]]:
    """By function the inputs of its checks that are the same under every seed, with results."""
    tables = [
        {f: {key(a): result for a, result in r.calls} for f, r in found.items()}
        for found in (recorded(name, question, seed=f"class {i}") for i in range(3))
    ]
    return {
        f: {at: table[at] for at in table if all(at in other[f] for other in tables)}
        for f, table in tables[0].items()
    }


@by_question
def test_functions_are_tried_with_two_other_right_answers(name, question):
    if defined(solved(name).answers[question]):
        folder = ROOT / "tests/right_answers" / name / question
        assert len(list(folder.glob("*.py"))) >= 2


def nothing_right(answer):
    """What never passes, in place of a right result."""
    a = np.asarray(answer)
    return {
        "None": None,
        "empty": np.array([]),
        "NaN": np.full(a.shape, np.nan) if a.shape else float("nan"),
        "another shape": np.stack([a, a]),
        "infinite": np.full(a.shape, np.inf) if a.shape else float("inf"),
    }


class Recorder:
    """A function that keeps what it was called with."""

    def __init__(self, f):
        self.f, self.calls, self.__name__ = f, [], f.__name__

    def __call__(self, *arguments):
        copies = [np.array(a) if isinstance(a, np.ndarray) else a for a in arguments]
        result = self.f(*arguments)
        self.calls.append((copies, result))
        return result


def recorded(name: str, question: str, seed: str = "tests") -> dict[str, Recorder]:
    """The functions of the right answer, with all that the checks asked them."""
    names = dict(solved(name).before[question])
    execute(solved(name).answers[question], names)
    functions = {f: Recorder(names[f]) for f in defined(solved(name).answers[question])}
    assert solved(name).run(question, seed=seed, **functions) == {}
    return {f: r for f, r in functions.items() if r.calls}


@by_question
def test_nothing_passes_that_is_empty_constant_or_not_finite(name, question):
    ids = [check.id for check in solved(name).question(question).checks]
    functions = recorded(name, question)
    for f, recorder in functions.items():
        first = recorder.calls[0][1]
        constants = {"constant": lambda *a, r=first: r, "identity": lambda *a: a[0] if a else 0}
        shaped = {
            "constant of the right shape": lambda *a, g=recorder.f: 0 * np.asarray(g(*a)) + 0.5
        }
        bad = {
            what: (lambda *a, g=recorder.f, w=what: nothing_right(g(*a))[w])
            for what in nothing_right(0.0)
        }
        for what, other in (bad | constants | shaped).items():
            other.__name__ = f
            lost = solved(name).run(question, **{f: other})
            touched = [i for i in ids if i in lost]
            assert touched, f"{f} passes although it is {what}"
            if what in bad:
                assert set(lost) == set(ids) or len(functions) > 1, f"{what} scores points"
    for answer in assigned(solved(name).answers[question]):
        names = dict(solved(name).before[question])
        execute(solved(name).answers[question], names)
        for what, other in nothing_right(names[answer]).items():
            lost = solved(name).run(question, **{answer: other})
            assert lost, f"{answer} passes although it is {what}"


def share_right(path: Path) -> float | None:
    """Of the numbers that the checks ask for, the share that a wrong function gives right. Inputs
    that are drawn are left out: on most of those nothing special happens."""
    name, question = place(path)
    names = dict(solved(name).before[question])
    execute(path.read_text(encoding="utf-8"), names)
    right = total = 0
    for f, recorder in recorded(name, question).items():
        for arguments, result in recorder.calls:
            if key(arguments) not in published(name, question)[f]:
                continue
            result = np.asarray(result)
            total += result.size
            with contextlib.suppress(Exception), np.errstate(all="ignore"):
                got = np.asarray(names[f](*arguments))
                if got.shape == result.shape:
                    if result.dtype.kind in "fc":
                        same = np.isclose(got, result, rtol=1e-6, atol=1e-12, equal_nan=True)
                    else:
                        same = got == result
                    right += int(np.sum(same))
    return right / total if total else None


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [path.stem for path in SOLUTIONS])
def test_half_of_the_wrong_functions_are_nearly_right(name):
    paths = [path for path in WRONG if place(path)[0] == name]
    shares = {label(p): share for p in paths if (share := share_right(p)) is not None}
    near = [share for share in shares.values() if share >= 0.5]
    assert len(near) >= len(shares) / 2, shares


def test_questions_and_wrong_answers_are_many_and_belong_together():
    assert {place(path) for path in WRONG} == set(SCORED)
    assert {place(path) for path in RIGHT} <= set(SCORED)
    assert len(SCORED) >= 70 and len(WRONG) >= 200
    assert len(DRAWN) >= 59
