"""Every cell of every notebook has its anchor on the page, and links to cells are checked."""

import re
from types import SimpleNamespace

import pytest
from myst_nb.sphinx_ import HideCodeCellNode
from playwright.sync_api import expect

from sigmoids_book import notebooks
from sigmoids_book.site import cells
from tests.support import HTML, ROOT
from tests.support.books import build

CHAPTERS = notebooks.find(ROOT / "chapters")


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda p: p.stem)
def test_each_cell_has_its_anchor_on_the_page_in_the_notebooks_order(path):
    html = (HTML / "chapters" / f"{path.stem}.html").read_text(encoding="utf-8")
    found = re.findall(r'id="(cell-[^"]+)"', html)
    assert found == [cells.anchor(name) for name in cells.cell_ids(path)]


def test_an_anchor_stands_right_before_what_the_cell_shows(page, site):
    """A heading, a paragraph amid its section, a code cell, a quiz."""
    page.goto(site + "chapters/properties.html")
    for name, shown in {
        "range": "From the whole line",
        "range-verdict": "It is often said that the domain is",
        "tails-check": "left = np.linspace(-700, 0, 1401)",
        "quiz-taylor": "You approximate",
    }.items():
        after = page.locator(f"#{cells.anchor(name)} + *")
        assert after.inner_text().strip().startswith(shown), name


def test_a_link_to_a_cell_is_followed_and_one_to_no_cell_fails_the_build(tmp_path):
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.mkdir()
    bad.mkdir()
    status, text = build(good, index="[here](chapters/a.ipynb#cell-claim-check)")
    assert status == 0, text
    page = (good / "_build/html/index.html").read_text(encoding="utf-8")
    assert 'href="chapters/a.html#cell-claim-check"' in page
    status, text = build(bad, index="[there](chapters/a.ipynb#cell-gone)")
    assert status == 1
    assert "index.md, line 5: local id not found in doc 'chapters/a': 'cell-gone'. Mend" in text


@pytest.mark.parametrize(
    ("show", "hide"),
    [("Show the output", "Hide the output"), ("Half of a < b", "Half of a < b")],
)
def test_a_fold_is_called_what_it_shows_closed_and_open(page, show, hide):
    node = HideCodeCellNode(prompt_show=show, prompt_hide=hide, classes=["above-input"])
    writer = SimpleNamespace(body=[])
    cells.visit_fold(writer, node)
    page.set_content(f"{''.join(writer.body)}<p>What is folded</p></details>")
    page.add_style_tag(path=HTML / "_static/site.css")
    folded, summary = page.get_by_text("What is folded"), page.locator("summary")
    for name, seen in ((show, False), (hide, True)):
        expect(summary).to_have_accessible_name(name)
        expect(folded).to_be_visible(visible=seen)
        summary.click()
