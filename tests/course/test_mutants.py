"""Do the checks notice a small slip in an answer? Each mutant changes one operator, comparison,
number or truth value of a solution, and the checks must lose. Those that survive are explained in
surviving_mutants.csv. About a third of the lines of answers hold none of these and are not tried;
nor are calls, names, arguments and words, on any line."""

import ast
import copy
import csv
import signal
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from sigmoids_book import sets
from tests.support import ROOT
from tests.support.answers import SOLUTIONS, solved

OTHER = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
SURVIVORS = ROOT / "tests/surviving_mutants.csv"
SECONDS = 5  # a mutant may loop for ever


def solution_lines(source: str) -> range:
    """The lines, from 1, between the marks of the solution."""
    lines = source.splitlines()
    found = {line.strip(): number for number, line in enumerate(lines, start=1)}
    return range(found[sets.SOLUTION_BEGIN] + 1, found[sets.SOLUTION_END])


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Each a description, such as `3: 1 + np.exp(-x) -> 1 - np.exp(-x)`, and the whole source."""
    inside = solution_lines(source)
    count = len(list(ast.walk(ast.parse(source))))
    for index in range(count):
        tree = ast.parse(source)
        node = list(ast.walk(tree))[index]
        if getattr(node, "lineno", 0) not in inside:
            continue
        before = ast.unparse(node)
        for change in changes(node):
            other = copy.deepcopy(tree)
            twin = list(ast.walk(other))[index]
            change(twin)
            line = node.lineno - inside.start + 1
            yield f"{line}: {before} -> {ast.unparse(twin)}", ast.unparse(other)


def changes(node: ast.AST) -> Iterator:
    if isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign) and type(node.op) in OTHER:
        yield lambda n: setattr(n, "op", OTHER[type(n.op)]())
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        yield lambda n: n.ops.__setitem__(0, OTHER[type(n.ops[0])]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield lambda n: setattr(n, "op", ast.UAdd())
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield lambda n: setattr(n, "value", not n.value)


class TooLong(BaseException):
    """No Exception: the checks tell the learner of those and go on, to the next endless loop."""


def stop(*_):
    raise TooLong


def survives(name: str, question: str, source: str) -> bool:
    """Whether all checks pass. An error in the answer's cell itself counts as noticed."""
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        with np.errstate(all="ignore"):
            return solved(name).run(question, source) == {}
    except (Exception, TooLong):
        return False
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tried_lines(name: str) -> dict[str, set[str]]:
    """By question the numbers of the lines that a mutant changes, counted within the solution."""
    answers = {q.id: solved(name).answers[q.id] for q in solved(name).set.questions if q.points}
    return {q: {what.partition(":")[0] for what, _ in mutants(a)} for q, a in answers.items()}


def explained() -> dict[tuple[str, str, str], str]:
    with SURVIVORS.open(encoding="utf-8", newline="") as lines:
        return {(r["set"], r["question"], r["mutant"]): r["why"] for r in csv.DictReader(lines)}


def run(name: str) -> tuple[int, list[tuple[str, str, str]]]:
    """How many mutants the set has, and those that survive."""
    total, alive = 0, []
    for question in solved(name).set.questions:
        if question.points:
            for what, source in mutants(solved(name).answers[question.id]):
                total += 1
                if survives(name, question.id, source):
                    alive.append((name, question.id, what))
    return total, alive


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [path.stem for path in SOLUTIONS])
def test_checks_notice_nearly_every_mutant_and_the_others_are_explained(name, count):
    total, alive = run(name)
    count("lines of answers with a mutant", sum(map(len, tried_lines(name).values())))
    reasons = explained()
    assert [mutant for mutant in alive if not reasons.get(mutant)] == []
    assert {m for m in reasons if m[0] == name} == set(alive)
    assert len(alive) <= 0.05 * total, f"{len(alive)} of {total}"


if __name__ == "__main__":
    for stem in sys.argv[1:] or [path.stem for path in SOLUTIONS]:
        total, alive = run(stem)
        print(f"{stem}: {total} mutants, {len(alive)} survive")
        for mutant in alive:
            print("  ", *mutant[1:])
