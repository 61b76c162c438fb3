"""The list of changes of the code that tests notice, or why they need not."""

import pytest

from tests.support import ROOT, mutants

ROWS = mutants.table()


def test_the_list_says_why_each_survivor_may_live():
    assert ROWS
    assert {row["verdict"] for row in ROWS.values()} <= {"killed", "survived"}
    open_ = [key for key, row in ROWS.items() if row["verdict"] == "survived" and not row["why"]]
    assert open_ == []
    assert [key for key, row in ROWS.items() if row["verdict"] == "killed" and row["why"]] == []


@pytest.mark.parametrize("package", mutants.TESTS)
def test_what_is_changed_and_the_tests_that_concern_it_are_there(package):
    for name, tests in mutants.TESTS[package].items():
        assert (ROOT / package / name).is_file(), f"{package}/{name}"
        for test in tests:
            path, _, function = test.partition("[")[0].partition("::")
            text = (ROOT / path).read_text(encoding="utf-8")
            assert not function or f"def {function}(" in text, test
    modules = {f"{package}/{name}" for name in mutants.TESTS[package]}
    assert {module for module, _ in ROWS if module.startswith(f"{package}/")} <= modules


def test_a_change_is_told_by_its_line_before_and_after():
    before = "a = 1\nb = f(\n    a,\n    2,\n)\nc = 3\n"
    for after, told in {
        before.replace("2", "3"): (4, "2,  =>  3,"),
        before.replace("    a,\n", ""): (3, "a,  =>  "),
        before.replace("a = 1", "a = 2"): (1, "a = 1  =>  a = 2"),
        before.replace("c = 3", "c = None"): (6, "c = 3  =>  c = None"),
        "a = 1\n": (2, "b = f( a, 2, ) c = 3  =>  "),
    }.items():
        assert mutants.difference(before, after) == told


def test_a_change_that_a_test_notices_is_killed_and_another_survives(tmp_path, monkeypatch):
    """In a small repository of its own, with a test that sees one change, and one without end."""
    (tmp_path / "pack").mkdir()
    source = "def double(x):\n    return 2 * x\n\n\ndef name():\n    return 'n'\n"
    (tmp_path / "pack/a.py").write_text(source, encoding="utf-8")
    (tmp_path / "pack/__init__.py").touch()
    (tmp_path / "test_a.py").write_text(
        "from pack.a import double\n\ndef test_double():\n    while double(1) != 2:\n"
        "        assert double(1) == 3\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    monkeypatch.setattr(mutants, "TESTS", {"pack": {"a.py": ["test_a.py"]}})
    monkeypatch.setattr(mutants, "files", lambda: ["pack/a.py", "pack/__init__.py", "test_a.py"])
    copy = mutants.Copy(tmp_path / "copy")

    def survives(before, after):
        changed = source.replace(before, after)
        return copy.survives(mutants.Mutant("pack/a.py", 1, "", changed), 20)

    assert copy.passes(["test_a.py"], 60)
    assert not survives("2 * x", "2 - x")
    assert not survives("2 * x", "3 * x")  # never ends
    assert survives("'n'", "'N'")
    assert (tmp_path / "copy/pack/a.py").read_text(encoding="utf-8") == source


def test_a_module_that_cannot_be_tried_is_refused_with_those_that_can(capsys):
    with pytest.raises(SystemExit) as ended:
        mutants.main(["--only", "sigmoids_book/no_such.py"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "sigmoids_book/no_such.py" in said and "sigmoids_book/sets.py" in said
