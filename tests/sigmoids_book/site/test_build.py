"""Small books with one fault of each kind: the build fails and names file, cell and remedy."""

import re
import subprocess
import sys

import matplotlib
import pytest
from docutils import nodes
from nbformat import v4

from sigmoids import mime
from sigmoids_book import release, site, toc
from sigmoids_book.site import assets
from tests.support.books import TOC, build
from tests.support.example import example, executed, save
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

:::{quiz} No list?
(x) a
:::
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
        ("index.md, line 47: {quiz} takes", "one list", "each `- ( ) …` or `- (x) …`."),
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


PAGE = r"""
A formula $x^2$, and $\frac{a+b+c+d+e+f+h}{g+i+j}$, too; see {cite:p}`verhulst1845`.

![A < B](dot.svg)

:::{quiz} Is $x$ *one*?
- ( ) `No`

  **Not one.** It is.
- (x) Yes

  It is.

  More.
:::

:::{quiz} Again?
- (x) Yes

  It is.
- ( ) No

  **No.** It is.
:::

| a |
|---|
| 1 |

```
a long line of code, which a phone has no room for
```

```{exercises}
```
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="12pt"/>'
QUIZ = """<section class="quiz">
<p class="quiz-question">Again?</p>
<details name="quiz-2" class="right"><summary><span class="letter">A</span>Yes</summary><div>\
<p class="verdict">Right.</p><p>It is.</p>
</div></details>
<details name="quiz-2" class="wrong"><summary><span class="letter">B</span>No</summary><div>\
<p class="verdict">No:</p><p><strong>No.</strong> It is.</p>
</div></details>
</section>
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The folder of a book without fault; a chapter and a set of it lie in folders."""
    folder = tmp_path_factory.mktemp("sound")
    notebook = executed(example())
    notebook.metadata["sigmoids"]["chapter"] = "deep/b"
    save(notebook, folder / "solutions/deep/steep.ipynb")
    save(release.release(notebook), folder / "exercises/deep/steep.ipynb")
    (folder / "dot.svg").write_text(DOT, encoding="utf-8")
    (folder / "guides").mkdir()
    (folder / "guides/start.md").write_text("# Begin\n\nHere.\n", encoding="utf-8")
    names = ("chapters/deep/b", "exercises/deep/steep", "solutions/deep/steep", "guides/start")
    lines = "".join(f"  - file: {name}\n" for name in names)
    practice = "# B\n\nWhat now? [Solve](../../exercises/deep/steep.ipynb)."
    deep = v4.new_notebook(cells=[v4.new_markdown_cell(practice, id="only")])
    status, text = build(folder, index=PAGE, toc=lines, notebooks={"a": read(), "deep/b": deep})
    assert status == 0, text
    return folder


def page(folder, name):
    return (folder / f"_build/html/{name}.html").read_text(encoding="utf-8")


def article(folder, name):
    return page(folder, name).partition("<article>")[2]


def test_a_chapter_and_a_set_in_folders_have_pages_that_lead_to_each_other(sound):
    chapter = article(sound, "chapters/deep/b")
    assert 'href="exercises/deep/steep.html"' in article(sound, "index")
    assert 'href="../../exercises/deep/steep.html"' in chapter and 'id="cell-only"' in chapter
    exercise = article(sound, "exercises/deep/steep")
    assert "exercises/deep/steep.ipynb" in exercise
    assert 'href="../../guides/start.html"' in exercise
    assert "slope = 2" not in exercise and "The check of question 1 (1 of 2)" in exercise
    solution = article(sound, "solutions/deep/steep")
    assert 'href="../../exercises/deep/steep.html"' in solution
    assert "The answer to question 1" in solution and "BEGIN SOLUTION" not in solution


def test_what_a_page_shows_is_written_word_for_word(sound):
    html = page(sound, "index")
    assert html.count('<section class="quiz">') == 2 and html.count('name="quiz-1"') == 2
    assert QUIZ in html
    assert 'alt="A &lt; B" width="12" height="16" loading="lazy" decoding="async">' in html
    assert html.count('class="unbroken"') == 1
    assert html.count('tabindex="0"') == 3  # two tables and the long line
    assert "see [Verhulst, 1845]." in re.sub(r"<[^>]+>", "", html)
    assert '<meta name="description" content="Its first sentence."' in html
    sources = page(sound, "reference/references")
    assert "Verhulst" in sources and 'role="' not in sources.partition("<article>")[2]


def test_what_readers_download_is_plain_and_what_pages_load_is_there(sound):
    html = sound / "_build/html"
    quiz = read(html / "_sources/chapters/a.ipynb").cells[-1].source
    assert "<details><summary>" in quiz and ":::" not in quiz
    sizes = {name: (html / f"_static/{name}").stat().st_size for name in ("site.css", "card.png")}
    assert min(sizes.values()) > 1000
    assert (html / "_static/katex/KaTeX_Main-Regular.woff2").exists()
    assert not (html / "_static/doctools.js").exists()
    assert (sound / "_build/sigmoid-function.zip").exists()


def test_a_page_without_a_paragraph_has_no_description():
    picture = nodes.section("", nodes.title("", "A title"), nodes.image(alt="Its picture"))
    assert site.description(picture) == ""


def test_the_card_is_a_png_whatever_matplotlib_is_set_to(tmp_path):
    with matplotlib.rc_context({"savefig.format": "svg"}):
        assets.write(tmp_path / "html")  # which is not there yet
    assert (tmp_path / "html/_static/card.png").read_bytes().startswith(b"\x89PNG")


def test_a_folder_without_book_is_refused(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "sigmoids_book.site"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2 and "at the top of the repository" in done.stderr


def test_a_build_that_failed_fails_again_with_the_same_words(tmp_path):
    status, first = build(tmp_path, index="[one](nowhere.md)")
    command = [sys.executable, "-m", "sigmoids_book.site"]
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert status == again.returncode == 1
    line = "index.md, line 5: 'myst' cross-reference target not found: 'nowhere.md'. Mend the link"
    for said in (first, again.stderr):
        assert said.count(line) == 1, said


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
