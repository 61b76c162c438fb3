"""Where the table of contents and the files disagree, said word for word."""

from sigmoids_book import toc

TOC = """\
root: index
parts:
- caption: One
  chapters:
  - file: chapters/dropped
  chapters:
  - file: chapters/here
    sections:
    - file: chapters/deep/here
  - file: guides/here
  - file: chapters/lost
"""


def test_files_that_are_missing_dropped_or_named_nowhere_are_told(tmp_path):
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    for name in (
        *("chapters/here.ipynb", "chapters/deep/here.ipynb", "chapters/dropped.ipynb"),
        *("chapters/_template.ipynb", "chapters/.ipynb_checkpoints/here.ipynb", "guides/here.md"),
        *("guides/other.md", "work/chapters/mine.ipynb", "chapters/deep/stray.ipynb"),
        *("exercises/stray.ipynb", "solutions/stray.ipynb"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    nowhere = "it stands in no line of _toc.yml. Add `- file: {}` where it belongs."
    assert [str(one) for one in toc.complaints(tmp_path)] == [
        "_toc.yml, line 11: it names chapters/lost, and there is no such file. "
        "Add it, or take the line out.",
        "_toc.yml, line 5: it names chapters/dropped in a list that is not read. "
        "Write `chapters:` once in a part.",
        *(
            f"{name}.ipynb: {nowhere.format(name)}"
            for name in ("chapters/deep/stray", "exercises/stray", "solutions/stray")
        ),
    ]
