"""The benchmark of pages says what it lacks before it measures."""

import pytest

from benchmarks import pages


@pytest.mark.parametrize(
    ("there", "remedy"),
    {
        (): "make site",
        (pages.HTML / "index.html",): "python -m sigmoids_book.node bench",
        (pages.HTML / "index.html", pages.LIGHTHOUSE): "not in _build/html: no.html. Build",
    }.items(),
)
def test_what_is_missing_is_named_with_what_to_do(tmp_path, monkeypatch, capsys, there, remedy):
    monkeypatch.chdir(tmp_path)
    for path in there:
        path.parent.mkdir(parents=True)
        path.touch()
    with pytest.raises(SystemExit) as ended:
        pages.main(["no.html"])
    assert ended.value.code == 2 and remedy in capsys.readouterr().err
