"""What is said of a question: its points, its status, and of each lost check one sentence.

Feedback goes around in a class, so no sentence says which value is right, or what a hidden test
asks.
"""

import ast

from sigmoids_book import sets
from sigmoids_book.judge import Outcome
from sigmoids_book.kernel import LOST, WRONG

_TRY = "Try large, small and negative numbers, arrays."
HIDDEN_STOPS = f"A test that is not shown here stops with an error. {_TRY}"
HIDDEN_LOST = "A test that is not shown here, or a cell after it, does not come to its end."
HIDDEN_FAILS = f"A test that is not shown here fails. {_TRY}"


def question(
    asked: sets.Question, outcomes: list[Outcome], of_released: dict[str, Outcome]
) -> dict:
    """What a result says of a question. `outcomes`: of its checks, hidden tests among them;
    `of_released`: those of the checks as learners have them, by the check's id."""
    lost = {o.check.id: o for o in outcomes if o.error}
    told = dict.fromkeys(_message(o, of_released[name]) for name, o in lost.items())
    points = sum(o.points for o in outcomes if not o.error)
    return {
        "id": asked.id,
        "title": asked.title,
        "points": points,
        "possible": asked.points,
        "status": _status(
            points, asked.points, [(o, of_released[name]) for name, o in lost.items()]
        ),
        "message": " ".join(told),
        "lost": list(lost),
    }


def _message(outcome: Outcome, released: Outcome) -> str:
    """What the learner is told of a check that is lost."""
    told = released.error.untold or released.message
    return shown(told or _without_hidden(outcome))


def _without_hidden(outcome: Outcome) -> str:
    """Of a hidden test: the message where it stands word for word among the check's, for it is then
    a misconception's; else one of three sentences, which the learner's code cannot fill."""
    if outcome.error.kind == LOST:
        return HIDDEN_LOST
    strings = {
        node.value
        for node in ast.walk(ast.parse(outcome.check.source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    if outcome.message in strings:
        return outcome.message
    stops = outcome.error.kind != WRONG or outcome.error.stopped
    return HIDDEN_STOPS if stops else HIDDEN_FAILS


def _status(points: int, possible: int, lost: list[tuple[Outcome, Outcome]]) -> str:
    """`lost`: the checks that are, with hidden tests and as released."""
    if points == possible:
        return "right"
    if any(outcome.error.kind == LOST for outcome, _ in lost):
        return "stopped"
    if points:
        return "partly"
    return "unanswered" if all(released.error.blank for _, released in lost) else "wrong"


def shown(text: str) -> str:
    """A line that any file can hold."""
    text = text.encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else " " for c in text)[:500]
