"""The timeline: its table agrees with chapters and bibliography, its line is linear and legible."""

import csv
import re
import shutil
from itertools import combinations

import nbformat
import pytest

from sigmoids_book import bibliography
from sigmoids_book.site import cells, timeline
from tests.support import HTML, ROOT
from tests.support.books import build
from tests.support.colours import CSS, contrast, declared
from tests.support.notebooks import TEMPLATE

EVENTS = timeline.TABLE.read(ROOT)
SOURCES = bibliography.read(ROOT / "references.bib")
PAGE = HTML / "reference/timeline.html"


def test_there_are_35_to_45_events_in_all_eras_in_ascending_years():
    assert 35 <= len(EVENTS) <= 45
    years = [int(event.year) for event in EVENTS]
    assert years == sorted(years) and years[0] == 1798
    assert {event.era for event in EVENTS} == set(timeline.ERAS)


def test_the_table_is_without_fault():
    assert timeline.TABLE.complaints(ROOT) == []


def surnames(who):
    return tuple(re.split(r", | and ", who.removesuffix(" and others")))


def test_years_and_names_agree_with_the_bibliography():
    for event in EVENTS:
        if event.key:
            year, names = SOURCES[event.key]
            listed = surnames(event.who)
            assert event.year == year, event
            assert names[: len(listed)] == listed, event
            assert (names != listed) == event.who.endswith(" and others"), event


def test_each_chapter_that_is_linked_speaks_of_the_event():
    for event in EVENTS:
        text = (ROOT / f"chapters/{event.chapter}.ipynb").read_text(encoding="utf-8")
        cited = event.key and re.search(rf"{{cite:[pt]}}`[^`]*\b{event.key}\b", text)
        assert cited or all(name in text for name in surnames(event.who)), event
        assert event.key or event.year in text, event


def test_a_cell_that_is_linked_holds_the_event(count):
    """An anchor of a cell is exact: the very cell cites the source or names who."""
    for event in EVENTS:
        if event.place.startswith("cell-"):
            book = nbformat.read(ROOT / f"chapters/{event.chapter}.ipynb", as_version=4)
            (text,) = [c.source for c in book.cells if cells.anchor(c.id) == event.place]
            assert event.key in text or surnames(event.who)[0] in text, event
            count("events of the timeline whose cell holds them", 1)


def test_the_page_lists_each_event_once_in_order_with_its_year_and_era():
    html = PAGE.read_text(encoding="utf-8")
    items = re.findall(r'<li class="era-(\w+)" id="(event-[\d-]+)">(.*?)</li>', html, re.DOTALL)
    expected = zip(timeline.anchors(EVENTS), EVENTS, strict=True)
    found = [(anchor, re.search(r">(\d{4})</a>", text)[1], era) for era, anchor, text in items]
    assert found == [(anchor, event.year, event.era) for anchor, event in expected]


def test_each_event_links_to_an_element_that_is_there(count):
    html = PAGE.read_text(encoding="utf-8")
    links = re.findall(r'Shown in <a [^>]*href="(../chapters/[^"#]+)#([^"]+)"', html)
    assert [page for page, _ in links] == [f"../chapters/{e.chapter}.html" for e in EVENTS]
    for (page, anchor), event in zip(links, EVENTS, strict=True):
        assert anchor == event.place or not event.place.startswith("cell-")
        assert f'id="{anchor}"' in (PAGE.parent / page).read_text(encoding="utf-8"), (page, anchor)
    count("events of the timeline with their place", len(links))


def dots(page):
    """Of each lane on the page, the boxes of its dots, and the box of the line they stand on."""
    script = """[...document.querySelectorAll('.track')].map((t) => [t, ...t.children].map((e) => {
        const b = e.getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; }))"""
    return [(boxes[0], boxes[1:]) for boxes in page.evaluate(script)]


def by_era():
    years = [[int(e.year) for e in EVENTS if e.era == era] for era in timeline.ERAS]
    return [lane for lane in years if lane]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_on_every_screen_the_scale_is_linear_and_no_dots_overlap(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + "reference/timeline.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    lanes = dots(page)
    for (line, boxes), years in zip(lanes, by_era(), strict=True):
        assert len(boxes) == len(years)
        for (left, _, across, high), year in zip(boxes, years, strict=True):
            share = (year - timeline.FIRST) / (timeline.LAST - timeline.FIRST)
            assert left + across / 2 == pytest.approx(line[0] + line[2] * share, abs=0.6)
            assert across == high == timeline.DOT
        for (a, b, *_), (c, d, *_) in combinations(boxes, 2):
            assert abs(a - c) >= timeline.DOT - 0.5 or abs(b - d) >= timeline.DOT - 0.5
        assert all(line[1] <= top and top + high <= line[1] + line[3] for _, top, _, high in boxes)


def test_the_years_below_the_line_stand_where_the_dots_of_such_years_would(page, site):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(site + "reference/timeline.html")
    line = dots(page)[0][0]
    script = (
        "[...document.querySelectorAll('.marks b')].map((e) => "
        "[Number(e.textContent), e.getBoundingClientRect().left, e.getBoundingClientRect().right])"
    )
    marks = page.evaluate(script)
    assert [year for year, *_ in marks] == list(timeline.MARKS)
    for year, left, right in marks:
        share = timeline.position(year) / 100
        assert left == pytest.approx(line[0] + line[2] * share, abs=1.5)
        assert right <= 320


def test_without_scripts_and_on_paper_the_line_and_all_events_are_there(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "reference/timeline.html")
    for media in ("screen", "print"):
        page.emulate_media(media=media, color_scheme="light")
        assert page.locator(".timeline > li").count() == len(EVENTS)
        assert all(item.is_visible() for item in page.locator(".timeline > li, .lane").all())
        box = page.locator(".track i").first.bounding_box()
        assert box["width"] == timeline.DOT
        # Dots are borders: a browser may leave backgrounds out when it prints.
        width = page.locator(".track i").first.evaluate("e => getComputedStyle(e).borderTopWidth")
        assert width == f"{timeline.DOT // 2}px"
    context.close()


def test_text_in_an_eras_colour_has_contrast_on_its_band_and_on_the_page_in_both_themes():
    css = CSS.read_text(encoding="utf-8")
    share = int(re.search(r"\.lane \{[^}]*var\(--era\) (\d+)%, var\(--bg\)", css)[1]) / 100
    paper = declared(":root", "--bg")
    assert re.findall(r"^\.era-(\w+) \{\s+--era: ", css, re.M) == list(timeline.ERAS)
    for era in timeline.ERAS:
        for colour, ground in zip(declared(f".era-{era}", "--era"), paper, strict=True):
            band = [share * c + (1 - share) * g for c, g in zip(colour, ground, strict=True)]
            assert contrast(colour, ground) >= 4.5 and contrast(colour, band) >= 4.5, era


def test_dots_in_one_year_or_near_stand_on_each_other():
    assert timeline.levels([1900, 1950, 2000]) == [0, 0, 0]
    assert timeline.levels([1900, 1900, 1901, 1950]) == [0, 1, 2, 0]


def write(root, *rows):
    """A book with one chapter, `a`, and a table of events."""
    (root / "chapters").mkdir(exist_ok=True)
    shutil.copy(TEMPLATE, root / "chapters/a.ipynb")
    shutil.copy(ROOT / "references.bib", root)
    (root / timeline.TABLE.path).parent.mkdir(parents=True)
    with (root / timeline.TABLE.path).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([timeline.Event._fields[:-1], *rows])


GOOD = ("1845", "growth", "Verhulst", "It is named.", "a", "cell-claim-check", "verhulst1845")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"year": "184"}, "the year is not one from 1790 to 2030. Write four digits"),
        ({"year": "1700"}, "the year is not one from 1790 to 2030"),
        ({"era": "plants"}, "the era is 'plants'. Write growth, statistics, nerves, nets or today"),
        ({"who": ""}, "who or what is empty. Write surnames"),
        ({"what": ""}, "who or what is empty. Write surnames"),
        ({"chapter": "b"}, "it links to no chapter. Name the notebook"),
        ({"chapter": "", "place": "", "key": ""}, "it links to no chapter. Name the notebook"),
        ({"place": ""}, "it links to no chapter. Name the notebook, without .ipynb, and the place"),
        ({"place": "cell-gone"}, "chapters/a.ipynb has no 'cell-gone'. Name a cell that is there"),
        ({"key": "nobody1845"}, "references.bib has no 'nobody1845'. Add the source, or mend"),
        ({"key": "malthus1798"}, "references.bib has 1798 for malthus1798. Mend one of the two"),
        ({"year": "1798", "key": "malthus1798"}, "it comes after 1845. Move the row to its place"),
    ],
)
def test_a_faulty_row_is_named_with_its_line_and_remedy(tmp_path, change, complaint):
    row = dict(zip(timeline.Event._fields, GOOD, strict=False)) | change
    write(tmp_path, GOOD, row.values())
    found = [str(complaint) for complaint in timeline.TABLE.complaints(tmp_path)]
    start = f"{timeline.TABLE.path}, line 3 ({row['year']}): "
    assert any(text.startswith(start) and complaint in text for text in found), found


def test_a_right_table_and_a_book_without_one_give_no_complaint(tmp_path):
    assert timeline.TABLE.complaints(tmp_path) == []
    write(tmp_path, GOOD, (*GOOD[:-1], ""))
    assert timeline.TABLE.complaints(tmp_path) == []


def test_a_faulty_table_fails_the_build_and_so_do_years_without_events_and_lost_headings(tmp_path):
    write(tmp_path, (*GOOD[:5], "gone", GOOD[6]), (*GOOD[:5], "cell-gone", GOOD[6]))
    (tmp_path / "chapters/a.ipynb").unlink()
    (tmp_path / "chapters").rmdir()
    years = "```{timeline} 1800 to 1899\n```\n\n```{timeline} 1900 to 1999\n```\n"
    status, text = build(tmp_path, index=years)
    assert status == 1
    assert (
        f"{timeline.TABLE.path}, line 3 (1845): chapters/a.ipynb has no 'cell-gone'. Name" in text
    )
    assert "index.md, line 6: local id not found in doc 'chapters/a': 'gone'. Mend" in text
    assert "index.md, line 8: {timeline} takes two years with events" in text
