"""Learning outcomes: every scored question tests one, and the page links to the question."""

import re

import pytest

from sigmoids_book import sets
from sigmoids_book.site import outcomes
from tests.support import HTML, ROOT

SETS = sets.read_all()


def test_table_and_sets_agree():
    assert outcomes.TABLE.complaints(ROOT) == []


@pytest.mark.parametrize("exercise", SETS, ids=lambda s: s.name)
def test_a_chapter_has_three_outcomes_or_more_and_each_is_tested(exercise):
    rows = [row for row in outcomes.TABLE.read(ROOT) if row.chapter == exercise.chapter]
    assert len(rows) >= 3
    tested = {name for row in rows for name in row.questions}
    assert tested == {q.id for q in exercise.questions if q.points}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("formulae,x,rise", "line 3: the chapter 'formulae' has no exercises"),
        ("formula,,rise", "line 3: outcome or questions are empty"),
        ("formula,x,", "line 3: outcome or questions are empty"),
        ("formula,x,fall", "line 3: the set of formula has no scored question 'fall'"),
        ("formula,x,overshoot", "line 3: the set of formula has no scored question 'overshoot'"),
        ("formula,x,rise", "no outcome of formula is tested by where. Add it to a row."),
    ],
)
def test_a_faulty_row_is_named_with_its_line_and_remedy(tmp_path, row, complaint):
    (tmp_path / "data/outcomes").mkdir(parents=True)
    (tmp_path / "exercises").symlink_to(ROOT / "exercises")
    table = f"chapter,outcome,questions\nformula,a,s_curve\n{row}\n"
    (tmp_path / outcomes.TABLE.path).write_text(table, encoding="utf-8")
    assert any(complaint in str(found) for found in outcomes.TABLE.complaints(tmp_path))


def test_each_link_of_the_page_goes_to_a_question_that_is_there():
    html = (HTML / "guides/teaching.html").read_text(encoding="utf-8")
    links = re.findall(r'href="../exercises/(\w+)\.html#([\w-]+)"', html)
    assert len(links) >= sum(q.points > 0 for s in SETS for q in s.questions)
    for name, anchor in links:
        assert f'id="{anchor}"' in (HTML / f"exercises/{name}.html").read_text(encoding="utf-8")
