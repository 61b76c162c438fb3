"""The claims: the table is whole and fits the notebooks, and the page links to the very cells."""

import csv
import re
import shutil
from collections import Counter

import nbformat
import pytest

from sigmoids_book.site import cells, claims
from sigmoids_book.site.tables import chapter
from tests.support import HTML, ROOT
from tests.support.books import build
from tests.support.colours import contrast, declared
from tests.support.notebooks import TEMPLATE

CLAIMS = claims.TABLE.read(ROOT)
IDS = [f"A{n}" for n in range(1, 61)] + [f"B{n}" for n in range(1, 19)]
PAGE = HTML / "reference/claims.html"


def test_the_table_holds_each_claim_of_the_two_articles_once_in_order():
    assert [claim.id for claim in CLAIMS] == IDS


def test_each_line_stands_where_it_says():
    lines = (ROOT / claims.TABLE.path).read_text(encoding="utf-8").splitlines()
    assert all(lines[claim.line - 1].startswith(f"{claim.id},") for claim in CLAIMS)


def test_every_verdict_is_one_of_four_and_only_a_question_has_none():
    assert {claim.verdict for claim in CLAIMS} == {*claims.VERDICTS, claims.NONE}
    assert [claim.id for claim in CLAIMS if claim.verdict == claims.NONE] == ["B18"]


def test_the_cell_of_each_claim_says_its_verdict():
    for claim in CLAIMS:
        if claim.verdict != claims.NONE:
            book = nbformat.read(chapter(ROOT, claim.chapter), as_version=4)
            (text,) = [cell.source for cell in book.cells if cell.id == claim.cell]
            assert re.search(rf"\b{claim.verdict}\b", text, re.I), claim


def test_each_verdict_has_a_colour_that_can_be_read():
    paper = declared(":root", "--bg")
    for word in claims.VERDICTS:
        for colour, ground in zip(declared(f".claims .{word}", "color"), paper, strict=True):
            assert contrast(colour, ground) >= 4.5, word


def test_each_named_cell_is_in_the_named_notebook():
    assert claims.TABLE.complaints(ROOT) == []
    named = [claim for claim in CLAIMS if claim.cell]
    for claim in named:
        assert claim.cell in cells.cell_ids(chapter(ROOT, claim.chapter)), claim


def test_claims_without_a_cell_belong_to_chapters_still_to_come_and_the_page_counts_them():
    waiting = [claim for claim in CLAIMS if not claim.cell]
    assert [claim for claim in waiting if chapter(ROOT, claim.chapter).exists()] == []
    html = PAGE.read_text(encoding="utf-8")
    assert f"In preparation, their chapter still to come: {len(waiting)}." in html
    shown = re.findall(r"In preparation: the chapter (\w+)", html)
    assert shown == [claim.chapter for claim in waiting]


def test_the_page_shows_each_claim_once_under_its_own_anchor():
    html = PAGE.read_text(encoding="utf-8")
    assert re.findall(r'<dt id="([AB]\d+)"', html) == IDS
    verdicts = re.findall(r'<strong class="verdict (\w+)">(\w+)\.</strong>', html)
    judged = [claim.verdict for claim in CLAIMS if claim.verdict != claims.NONE]
    assert verdicts == [(verdict, verdict.capitalize()) for verdict in judged]


def test_the_page_counts_the_verdicts():
    html = PAGE.read_text(encoding="utf-8")
    counts = re.findall(r"(\d+) (\w+)", re.search(r"78 claims: ([^.]*)\.", html)[1])
    times = Counter(claim.verdict for claim in CLAIMS)
    assert counts == [*((str(times[word]), word) for word in claims.VERDICTS), ("1", "without")]


def test_each_link_goes_to_an_element_that_is_there(count):
    links = re.findall(r'Shown in <a [^>]*href="([^"#]+)#([^"]+)"', PAGE.read_text("utf-8"))
    assert links == [
        (f"../chapters/{claim.chapter}.html", cells.anchor(claim.cell))
        for claim in CLAIMS
        if claim.cell
    ]
    for page, anchor in links:
        assert f'id="{anchor}"' in (PAGE.parent / page).read_text(encoding="utf-8"), (page, anchor)
    count("claims with their cell", len(links))


def test_no_list_of_claims_is_wider_than_a_phone(page, site):
    page.goto(site + "reference/claims.html")
    wide = "[...document.querySelectorAll('.claims *')].filter(e => e.scrollWidth > 390).length"
    assert page.locator(".claims dt").count() == 78
    assert page.evaluate(wide) == 0


def test_a_link_to_a_claim_marks_it(page, site):
    page.goto(site + "reference/claims.html#A29")
    marked = page.locator("dt:target")
    assert marked.inner_text().startswith("A29") and marked.is_visible()


def write(root, *rows):
    """A book with one chapter, `a`, and a table of claims."""
    (root / "chapters").mkdir(exist_ok=True)
    shutil.copy(TEMPLATE, root / "chapters/a.ipynb")
    (root / claims.TABLE.path).parent.mkdir(parents=True)
    with (root / claims.TABLE.path).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([claims.Claim._fields[:-1], *rows])


GOOD = ("A1", "It is so.", "right", "It is.", "a", "claim-check")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (
            ("A2", "x", "maybe", "y", "a", "claim"),
            "'maybe'. Write right, imprecise, unproven or wrong;",
        ),
        (("A2", "x", "", "y", "a", "claim"), "the verdict is ''. Write right"),
        (("A2", "", "wrong", "y", "a", "claim"), "claim or truth is empty. Write"),
        (("A2", "x", "wrong", "", "a", "claim"), "claim or truth is empty. Write"),
        (("A2", "x", "wrong", "y", "", ""), "no chapter is named. Name the notebook"),
        (("A2", "x", "wrong", "y", "a", ""), "a.ipynb is there, but no cell is named. Name"),
        (("A2", "x", "wrong", "y", "b", "claim"), "there is no chapters/b.ipynb. Mend the name"),
        (("A2", "x", "wrong", "y", "a", "gone"), "a.ipynb has no cell 'gone'. Name the one"),
        (("A1", "x", "wrong", "y", "a", "claim"), "this id stands in two lines. Number one"),
    ],
)
def test_a_faulty_row_is_named_with_its_line_and_remedy(tmp_path, row, complaint):
    write(tmp_path, GOOD, row)
    found = str(claims.TABLE.complaints(tmp_path)[-1])
    assert found.startswith(f"{claims.TABLE.path}, line 3 ({row[0]}): ") and complaint in found


def test_a_row_whose_chapter_is_to_come_and_a_book_without_a_table_are_right(tmp_path):
    assert claims.TABLE.complaints(tmp_path) == []
    write(tmp_path, GOOD, ("A2", "x", "wrong", "y", "tomorrow", ""))
    assert claims.TABLE.complaints(tmp_path) == []


def test_a_faulty_table_fails_the_build_and_so_do_ids_that_are_not_in_it(tmp_path):
    write(tmp_path, GOOD, ("A2", "x", "wrong", "y", "a", "gone"))
    (tmp_path / "chapters/a.ipynb").unlink()
    (tmp_path / "chapters").rmdir()
    status, text = build(tmp_path, index="```{claims} A1 to A9\n```\n")
    assert status == 1
    assert f"{claims.TABLE.path}, line 3 (A2): chapters/a.ipynb has no cell 'gone'. Name" in text
    assert "index.md, line 5: {claims} takes two ids" in text
