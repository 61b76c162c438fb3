"""Complaints: one form for all, and what is wrong in the sources that several read."""

import pytest

from sigmoids_book import bibliography, complaint, toc
from sigmoids_book.complaint import Complaint, Place
from sigmoids_book.site import claims
from tests.support import ROOT


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a.md"), "a.md"),
        (Place("a.md", line=3), "a.md, line 3"),
        (Place("a.csv", line=3, name="A2"), "a.csv, line 3 (A2)"),
        (Place("a.ipynb", cell=2, name="opening"), "a.ipynb, cell 2 (id opening)"),
        (Place("a.ipynb", cell=2), "a.ipynb, cell 2 (id missing)"),
        (Place("a.ipynb", cell=2, name="opening", line=1), "a.ipynb, cell 2 (id opening), line 1"),
        (Place("a.ipynb", name="1. Why?"), "a.ipynb, question “1. Why?”"),
    ],
)
def test_a_place_is_printed_from_the_file_to_the_line(place, text):
    assert str(place) == text
    assert str(Complaint(place, "it is empty.", "Fill it.")) == f"{text}: it is empty. Fill it."


def test_a_line_of_a_log_is_printed_as_it_stands():
    assert str(Complaint(None, "Something broke.")) == "Something broke."


def test_a_report_prints_one_a_line_and_is_the_exit_status(capsys):
    assert complaint.report([]) == 0
    assert capsys.readouterr() == ("", "")
    found = [Complaint(Place(name), "it is empty.", "Fill it.") for name in ("a.md", "b.md")]
    assert complaint.report(found) == 1
    said = "a.md: it is empty. Fill it.\nb.md: it is empty. Fill it.\n"
    assert capsys.readouterr() == ("", said)


TABLE = "id,claim,verdict,truth,chapter,cell\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,claim\nA1,x\n", "line 1: the columns are others. Write id,claim,verdict,truth,"),
        (f"{TABLE}A1,x,right,y,a\n", "line 2: it has 5 columns in place of 6. Write all, and"),
        (f"{TABLE}\nA1,x,right,y, it is,a,\n", "line 3: it has 7 columns in place of 6. Write"),
        ("", "line 1: the columns are others. Write"),
    ],
)
def test_a_table_that_is_none_is_named_with_line_and_remedy(tmp_path, text, said):
    path = tmp_path / claims.TABLE.path
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (found,) = claims.TABLE.complaints(tmp_path)
    assert str(found).startswith(f"{claims.TABLE.path}, {said}")
    with pytest.raises(ValueError, match="Write"):
        claims.TABLE.read(tmp_path)


BIBLIOGRAPHY = """
@article{one,
  author = {Gould, Stephen Jay and {van der Waals}, A and B, C},
  title = "A title with @ and year = {1999},",
  year = 1901
}
@book{two, author = {de Moivre, Abraham and Bayes, Thomas}, year = {1738}}
@book{three, editor = {{The Editors}}, year = {2001}}
@misc{four, title = {No one's}}
"""


def test_sources_are_read_as_bibtex_has_them(tmp_path):
    path = tmp_path / "references.bib"
    path.write_text(BIBLIOGRAPHY, encoding="utf-8")
    found = bibliography.read(path)
    assert found == {
        "one": ("1901", ("Gould", "van der Waals", "B")),
        "two": ("1738", ("de Moivre", "Bayes")),
        "three": ("2001", ("The Editors",)),
        "four": ("", ()),
    }
    whose = [source.who for source in found.values()]
    assert whose == ["Gould et al.", "de Moivre and Bayes", "The Editors", ""]


def test_a_bibliography_that_cannot_be_read_is_named_and_none_at_all_is_right(tmp_path):
    assert bibliography.complaints(tmp_path) == []
    assert bibliography.complaints(ROOT) == []
    (tmp_path / "references.bib").write_text("@book{x,\n  title {One},\n}\n", encoding="utf-8")
    (found,) = bibliography.complaints(tmp_path)
    said = "references.bib: syntax error in line 2: '=' expected. Mend the entry."
    assert str(found) == said


TOC = """\
root: index
parts:
- caption: One
  # file: chapters/comment
  chapters: [{file: chapters/a}, {"file": chapters/b}]
- caption: Two
  chapters:
  - file: chapters/c
  chapters:
  - file: chapters/d
    sections:
    - title: The fifth
      file: chapters/e
  chapter:
  - file: chapters/f
"""


def test_entries_of_the_contents_are_read_as_yaml_has_them(tmp_path):
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    assert toc.entries(tmp_path) == [
        ("chapters/a", 5, "One", True),
        ("chapters/b", 5, "One", True),
        ("chapters/c", 8, "Two", False),
        ("chapters/d", 10, "Two", True),
        ("chapters/e", 13, "Two", True),
        ("chapters/f", 15, "Two", False),
    ]
    (tmp_path / "_toc.yml").write_text("", encoding="utf-8")
    assert toc.entries(tmp_path) == []
