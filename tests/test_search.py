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
