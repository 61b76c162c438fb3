"""Small books with one fault of each kind: the build fails and names file, cell and remedy."""

import subprocess
import sys

import pytest

from sigmoids import mime
from sigmoids_book import toc
from tests.support.books import TOC, build
from tests.support.notebooks import cell, read

FAULTY_PAGE = r"""
[one](nowhere.md) [two](#nowhere) [three](chapters/a.ipynb#nowhere) {cite:p}`nobody`

```{demo} slope
k: 99
```

```{demo} slop
```

```{demo} slope
k: [
```

:::{quiz} One choice?
- (x) a

  b
:::

:::{quiz} No name?
- ( ) a

  b
- (x) c

  d
:::

:::{quiz} No mark?
- a
- (x) c

  d
:::

{nothing}`x`

![](empty.svg)

![](missing.svg)
"""


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    a, b = read(), read()
    cell(a, "claim").source += "\n\n[gone](gone.ipynb) {cite:t}`nobody`"
    cell(a, "figure-slope").metadata = {}
    del cell(a, "demo-slope").outputs[0]["data"][mime.DEMO]
    for c in b.cells:
        if c.cell_type == "code":
            c.outputs, c.execution_count = [], None
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "empty.svg").write_text('<svg width="9" height="9"/>', encoding="utf-8")
    toc = "  - file: chapters/lost\n"
    status, text = build(folder, index=FAULTY_PAGE, toc=toc, notebooks={"a": a, "stray": b})
    assert status == 1 and "The book was not built" in text
    return text.splitlines()


@pytest.mark.parametrize(
    ("place", "what", "remedy"),
    [
        ("_toc.yml, line 7: it names chapters/lost", "no such file", "take the line out"),
        ("chapters/stray.ipynb: it stands in no line", "_toc.yml", "Add `- file: chapters/stray`"),
        ("chapters/stray.ipynb: ", "no cell has an output", "Run `make notebooks`"),
        ("chapters/a.ipynb, cell 6 (id figure-slope): ", "without alt text", "Add it to the cell"),
        ("chapters/a.ipynb, cell 8 (id demo-slope): ", "was stripped", "Run `make notebooks`"),
        ("chapters/a.ipynb, cell 3 (id claim), line", "not found: 'gone.ipynb'", "Mend the link"),
        ("chapters/a.ipynb, cell 3 (id claim), line", '"nobody"', "Add the source"),
        ("index.md, line 6: ", "not found: 'nowhere.md'", "Mend the link"),
        ("index.md, line 6: ", "not found: 'nowhere'", "Mend the link"),
        ("index.md, line 6: ", "local id not found in doc 'chapters/a'", "Mend the part after #"),
        ("index.md, line 6: ", '"nobody"', "Add the source"),
        ("index.md, line 8: ", "k (steepness)", "must be between 0.2 and 4; got 99"),
        ("index.md, line 12: ", "there is no demo 'slop'", "there are slope, "),
        ("index.md, line 15: ", "{demo} slope: while parsing", ""),
        ("index.md, line 19: ", "{quiz}", "needs two to eight choices, exactly one marked (x)"),
        ("index.md, line 25: ", "the reply to the wrong choice 'a'", "must begin with the name"),
        ("index.md, line 34: ", "a choice must start with ( ) or (x)", "'a'"),
        ("index.md, line 41: ", 'role "nothing"', "Mend the name in braces"),
        ("index.md: ", "empty.svg has no alt text", "Say in it what the picture shows"),
        ("index.md: ", "image file not readable: missing.svg", "Add the file, or mend its name"),
    ],
)
def test_each_fault_is_named_with_its_place_and_remedy(faulty, place, what, remedy):
    matching = [line for line in faulty if line.startswith(place) and what in line]
    assert len(matching) == 1 and remedy in matching[0], "\n".join(faulty)


def test_a_formula_that_katex_cannot_read_and_an_id_used_twice_fail_the_build(tmp_path):
    index = r"$\frac{1}$ and $\nonsense$" + "\n\n## Demo slope\n\n```{demo} slope\n```\n"
    status, text = build(tmp_path, index=index)
    assert status == 1
    assert "index.md: two elements have the id 'demo-slope'. Rename a heading." in text
    assert r"index.md: KaTeX cannot read a formula: " in text and r"\frac{1}. Mend it." in text
    assert r"\nonsense. Mend it." in text


def test_a_book_without_fault_is_built_and_a_folder_without_book_is_refused(tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    status, text = build(folder)
    assert status == 0 and (folder / "_build/html/chapters/a.html").exists(), text
    done = subprocess.run(
        [sys.executable, "-m", "sigmoids_book.site"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2 and "at the top of the repository" in done.stderr


def test_a_folder_whose_name_is_a_pattern_is_named(tmp_path):
    folder = tmp_path / "course [copy]"
    folder.mkdir()
    status, text = build(folder)
    assert status == 2 and "course [copy]: rename the folder" in text


def test_a_source_that_bibtex_cannot_read_is_named(tmp_path):
    status, text = build(tmp_path, bibliography="@book{x,\n  title {One},\n}\n")
    assert status == 1
    assert "references.bib: syntax error in line 2: '=' expected. Mend the entry." in text


def test_a_chapter_in_a_list_that_yaml_drops_is_named(tmp_path):
    (tmp_path / "chapters").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"chapters/{name}.ipynb").touch()
    (tmp_path / "_toc.yml").write_text(f"{TOC}  chapters:\n  - file: chapters/b\n", "utf-8")
    (complaint,) = toc.complaints(tmp_path)
    said = "_toc.yml, line 6: it names chapters/a in a list that is not read. Write"
    assert str(complaint).startswith(said)
