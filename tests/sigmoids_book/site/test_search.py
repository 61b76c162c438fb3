"""The search finds pages and sections without fetching them, and reports no error on any words."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

RESULTS = "#search-results li a"


def search(page, site, words):
    """Open the search with these words; returns the addresses that the page asked for."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}search.html?q={quote(words)}")
    if words.strip():
        expect(page.locator("#search-results h2")).to_have_text("Results")
    return asked


@pytest.mark.parametrize(
    "words",
    [
        "overflow",
        "constructor",
        "__proto__",
        "hasOwnProperty",
        "toString valueOf",
        "",
        "  ",
        "x" * 300,
        "word " * 60,
        "σ(x)",
        "1/(1+e^-x)",
        "-logit",
        "<b>bold</b>",
        "%",
        "the 1000",
        "数学",
        "${resultCount}",
    ],
)
def test_any_words_are_answered_without_an_error_and_without_a_fetch(page, site, words):
    asked = search(page, site, words)
    page.wait_for_timeout(300)
    assert page.wrong == []
    assert [url for url in asked if ".html" in url] == [page.url]
    assert "Searching" not in page.inner_text("#search-results")


def test_results_name_the_page_and_where_they_can_the_section_or_term(page, site):
    search(page, site, "overflow")
    expect(page.locator(RESULTS).first).to_be_visible()
    names = page.locator(RESULTS).all_inner_texts()
    assert len(names) > 10 and any(" > " in name for name in names), names
    search(page, site, "logit")
    term = page.get_by_role("link", name="Glossary > logit", exact=True)
    term.click()
    expect(page.locator("#term-logit")).to_be_in_viewport()


def test_links_of_the_results_lead_to_pages_and_sections_that_are_there(page, site):
    search(page, site, "overflow")
    page.wait_for_timeout(300)
    for address in page.locator(RESULTS).evaluate_all("(all) => all.map((link) => link.href)"):
        page.goto(address)
        if "#" in address:
            assert page.locator(f"[id='{address.split('#')[1]}']").count() == 1, address


def test_where_nothing_is_found_the_page_says_what_to_try(page, site):
    search(page, site, "constructor")
    assert page.locator(RESULTS).count() == 0
    expect(page.locator("#search-results")).to_contain_text("No page has all of these words.")
    search(page, site, "verhulst")
    expect(page.locator("#search-results")).to_contain_text("Places found:")


STATUS = "#search-results .search-summary"


@pytest.mark.parametrize("year", ["1838", "1943", "12"])
def test_a_number_is_found_alone_and_counts_beside_a_word(page, site, year):
    def found(words):
        search(page, site, words)
        return set(page.locator(RESULTS).evaluate_all("(all) => all.map((one) => one.pathname)"))

    alone, word, both = found(year), found("McCulloch"), found(f"McCulloch {year}")
    holding = [path for path in alone if year in page.request.get(site + path[1:]).text()]
    assert len(holding) == len(alone) > 3
    assert both == alone & word < alone


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the", "Too common to be searched for: the. Try a rarer word."),
        ("and not the", "Too common to be searched for: and, not, the. Try a rarer word."),
        ("%", "The search finds words and numbers, and there are none here."),
        ("constructor of", "No page has all of these words."),
        ("constructor of", "Too common to be searched for: of."),
        ("the Verhulst", "Too common to be searched for: the."),
    ],
)
def test_words_that_are_not_searched_for_are_named(page, site, words, said):
    search(page, site, words)
    expect(page.locator(STATUS)).to_contain_text(said)
    assert ("No page" in page.inner_text(STATUS)) == ("constructor" in words)
    assert page.wrong == []


@pytest.mark.parametrize(
    ("plain", "accented"),
    [("Quetelet", "Quételet"), ("Poincare", "Poincaré"), ("Muhlbauer", "Mühlbauer")],
)
def test_words_are_found_with_and_without_accents(page, site, plain, accented):
    found = []
    for words in (plain, accented):
        search(page, site, words)
        expect(page.locator(STATUS)).to_contain_text("Places found:")
        found.append(page.locator(RESULTS).all_inner_texts())
    assert found[0] == found[1]
    assert page.wrong == []
