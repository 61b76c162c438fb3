"""The glossary: in order, short, and each entry with a link that the build has checked."""

import re

from tests.support import HTML, ROOT
from tests.support.books import build

PAGE = HTML / "reference/glossary.html"
SOURCE = (ROOT / "reference/glossary.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^(\S.*)\n  (\S.*)$", SOURCE.split(":::")[1], flags=re.MULTILINE)


def test_there_are_thirty_to_fifty_terms_in_alphabetical_order():
    terms = [term for term, _ in ENTRIES]
    assert 30 <= len(terms) <= 50
    assert terms == sorted(set(terms), key=str.casefold)


def test_each_entry_is_one_or_two_sentences_with_a_link_to_a_section():
    for term, text in ENTRIES:
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
        sentences = re.findall(r"[.?](?=\s|$)", plain)
        assert 1 <= len(sentences) <= 2, term
        assert re.search(r"\]\(\.\./chapters/\w+\.ipynb#\S+\)", text), term


def test_each_link_of_the_built_page_goes_to_an_element_that_is_there():
    html = PAGE.read_text(encoding="utf-8")
    links = re.findall(r'href="(../chapters/[^"#]+)#([^"]+)"', html)
    assert len(links) >= len(ENTRIES)
    for page, anchor in links:
        assert f'id="{anchor}"' in (PAGE.parent / page).read_text(encoding="utf-8"), (page, anchor)


def test_a_chapter_may_name_a_term_and_the_build_fails_on_one_that_is_missing(tmp_path):
    glossary = "\n\n:::{glossary}\nodds\n  A [quotient](chapters/a.ipynb#gone).\n:::\n"
    status, text = build(tmp_path, index="{term}`odds` {term}`evens`" + glossary)
    assert status == 1
    assert "index.md, line 5: term not in glossary: 'evens'. Mend the term" in text
    assert "'odds'" not in text
    assert "index.md, line 9: local id not found in doc 'chapters/a': 'gone'. Mend" in text
