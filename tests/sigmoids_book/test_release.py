"""What learners get of a set: no answer, no hidden test, no output; and the same bytes twice."""

import nbformat
import pytest
from nbformat import v4

from sigmoids_book import release, sets
from tests.support.example import CHECK, example, mark, save


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A course with a set at the top of solutions/ and one in a folder, in which we are."""
    monkeypatch.chdir(tmp_path)
    save(example(), tmp_path / "solutions/steep.ipynb")
    save(example(), tmp_path / "solutions/more/steeper.ipynb")
    return tmp_path


def test_answers_hidden_tests_and_outputs_are_taken_out():
    notebook = example()
    answer = notebook.cells[5]
    answer.metadata["mystnb"] = {"image": {"alt": "It rises by 2."}}
    answer.outputs = [v4.new_output("stream", text="2")]
    answer.execution_count = 3
    before = nbformat.writes(notebook)
    cells = release.release(notebook).cells
    assert nbformat.writes(notebook) == before
    assert cells[5].source == "# Your code here"
    assert (cells[5].outputs, cells[5].execution_count) == ([], None)
    assert "mystnb" not in cells[5].metadata
    assert cells[6].source == f"# The check: run this cell\n{CHECK}"
    assert cells[7].source == '# The check: run this cell\nchecks.passed("slope", hidden=True)'
    assert cells[11].source == "*Your answer here*"
    assert all(not cells[n].metadata.get("editable", True) for n in (1, 6, 7))  # locked
    assert cells[6].metadata.nbgrader.checksum


def test_what_is_not_locked_yet_is_locked():
    notebook = example()
    notebook.cells[6].metadata = mark("slope-1", grade=True, points=2, locked=False, solution=False)
    assert release.release(notebook).cells[6].metadata.deletable is False


def test_the_text_ends_in_one_line_break():
    text = release.text_of(example())
    assert text.endswith("}\n") and len(nbformat.reads(text, as_version=4).cells) == 12


def test_exercises_are_written_once_and_what_has_no_source_goes(folder, capsys):
    assert release.main([]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "exercises/more/steeper.ipynb written",
        "exercises/steep.ipynb written",
    ]
    paths = [folder / "exercises/steep.ipynb", folder / "exercises/more/steeper.ipynb"]
    texts = [path.read_bytes() for path in paths]
    assert texts[0] == texts[1] and b"\r" not in texts[0] and b"# Your code here" in texts[0]
    assert [s.place for s in sets.read_all(folder / "exercises")] == ["more/steeper", "steep"]

    assert release.main([]) == 0 == release.main(["--check"])
    assert capsys.readouterr() == ("", "")

    (folder / "solutions/steep.ipynb").unlink()
    paths[1].write_text("by hand", encoding="utf-8")
    assert release.main([]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "exercises/more/steeper.ipynb written",
        "exercises/steep.ipynb removed: it has no source in solutions/",
    ]
    assert not paths[0].exists() and paths[1].read_bytes() == texts[1]


def test_a_check_of_exercises_writes_nothing_and_names_all_that_is_wrong(folder, capsys):
    release.main([])
    capsys.readouterr()
    by_hand = folder / "exercises/steep.ipynb"
    by_hand.write_text("by hand", encoding="utf-8")
    (folder / "exercises/more/steeper.ipynb").unlink()
    save(example(), folder / "exercises/more/lonely.ipynb")
    damaged = example()
    damaged.cells.pop(1)
    save(damaged, folder / "solutions/more/steep.ipynb")
    assert release.main(["--check"]) == 1
    out, said = capsys.readouterr()
    stale = "it is not what solutions/ gives. Run `make exercises`."
    assert out == ""
    assert sorted(said.splitlines()) == [
        f"exercises/more/lonely.ipynb: {stale}",
        f"exercises/more/steep.ipynb: {stale}",
        f"exercises/more/steeper.ipynb: {stale}",
        f"exercises/steep.ipynb: {stale}",
        "solutions/more/steep.ipynb: no locked setup cell. "
        "Begin with one that imports what the checks use.",
        "solutions/steep.ipynb: another set is called steep, and a submission tells its set by it. "
        "Rename the file.",
    ]
    assert by_hand.read_text(encoding="utf-8") == "by hand"
    assert release.main([]) == 1  # it writes what it can, and says what is malformed


def test_a_cell_whose_marks_nbgrader_cannot_read_is_named_and_nothing_is_written(folder, capsys):
    damaged = example()
    del damaged.cells[6].metadata["nbgrader"]["schema_version"]
    damaged.cells[7].metadata["nbgrader"]["points"] = "one"
    save(damaged, folder / "solutions/steep.ipynb")
    assert release.main([]) == 1
    out, said = capsys.readouterr()
    place = "solutions/steep.ipynb, cell {} (id {}): nbgrader cannot read its metadata: "
    remedy = "Copy those of such a cell in solutions/formula.ipynb."
    lines = said.splitlines()
    assert (out, len(lines)) == ("", 2)
    for line, number in zip(lines, (7, 8), strict=True):
        assert line.startswith(place.format(number, damaged.cells[number - 1].id)), line
        assert line.endswith(remedy)
    assert not (folder / "exercises").exists()


def test_an_exercise_that_cannot_be_written_stays_as_it_was(folder, monkeypatch):
    assert release.main([]) == 0
    path = next((folder / "exercises").rglob("*.ipynb"))
    path.write_text("by hand", encoding="utf-8")
    before, aside = sorted(path.parent.iterdir()), type(path).write_text

    def write_text(self, text, **options):
        aside(self, text[:10], **options)
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(type(path), "write_text", write_text)
    with pytest.raises(OSError, match="No space left"):
        release.main([])
    assert path.read_text(encoding="utf-8") == "by hand"
    assert sorted(path.parent.iterdir()) == before
