"""A class's own numbers, and hidden inputs drawn from a secret seed, as scoring uses both."""

import os
import stat

import nbformat
import pytest
from typer.testing import CliRunner

from sigmoids import checks
from sigmoids_book import cli, release, sets
from sigmoids_book.grading import batch, kept, output, reports, sandbox, score
from sigmoids_book.grading.source import read_source, seed_of
from tests.support import ROOT

FORMULA = ROOT / "solutions/formula.ipynb"
UNSAFE = bool(sandbox.why_not())  # where there is no sandbox the marks are the same


def notebook(path=FORMULA, **answers):
    """The solved set as a submission, some questions answered otherwise."""
    found = nbformat.read(path, as_version=4)
    for cell in found.cells:
        name = sets.nbgrader(cell).get("grade_id")
        if name in answers:
            cell.source = answers[name]
    return nbformat.writes(found).encode()


def scored(submission, source):
    result = score.score(submission, source, unsafe=UNSAFE)
    assert result["status"] == "scored", result["message"]
    return {q["id"]: q for q in result["questions"]}


def lost(submission, source):
    return {check for q in scored(submission, source).values() for check in q.get("lost", ())}


@pytest.fixture(scope="module")
def source():
    return read_source(ROOT / "solutions", seed="tests")


def test_a_class_with_numbers_of_its_own(tmp_path):
    """The recipe of guides/grading.md: from 20% to 80% in place of 10% to 90%."""
    text = FORMULA.read_text(encoding="utf-8")
    for old, new in (
        ("from 10% to 90% of its ceiling", "from 20% to 80% of its ceiling"),
        ("4.394449154672439,", "2.772588722239781,"),
        ("rise = 2 * np.log(9)", "rise = 2 * np.log(4)"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (tmp_path / "formula.ipynb").write_text(text, encoding="utf-8")
    own = read_source(tmp_path)
    released = release.release(nbformat.reads(text, as_version=4))
    assert "20% to 80%" in nbformat.writes(released) and "np.log(4)" not in nbformat.writes(
        released
    )

    mine, published = notebook(tmp_path / "formula.ipynb"), notebook()
    assert lost(mine, own) == set()
    assert lost(published, own) == {"rise-check"}
    rise = scored(published, own)["rise"]
    assert (rise["points"], rise["possible"]) == (0, 2)


def test_a_table_of_what_learners_see_scores_nothing(source):
    seen = "\n".join(
        [
            "def s_curve(x, *shape):",
            "    at = {3.0: 5.0, 0.0: 0.8807970779778823, 4.0: 6.540595809549149}",
            "    several = np.array([1.1920292202211756, 5.0, 8.807970779778824])",
            "    return at.get(x, 1.0) if np.ndim(x) == 0 else several",
        ]
    )
    found = scored(notebook(s_curve=seen), source)
    assert found["s_curve"]["points"] == 0
    assert all(q["points"] == q["possible"] for name, q in found.items() if name != "s_curve")


def test_one_seed_gives_one_mark_and_other_seeds_other_inputs():
    moody = "\n".join(
        [
            "def fair_arctan(x):",
            "    right = 0.5 + np.arctan(np.pi * x / 4) / np.pi",
            "    unlucky = np.size(x) == 9 and int(abs(x.flat[0]) * 1e6) % 2",
            "    return right + 0.1 * unlucky",
        ]
    )
    marks = {}
    for seed in "abcdefgh":
        source = read_source(FORMULA.parent, seed=seed)
        marks[seed] = lost(notebook(fair_arctan=moody), source)
        assert marks[seed] == lost(notebook(fair_arctan=moody), source)
        assert marks[seed] <= {"fair_arctan-check"}
    assert len({bool(m) for m in marks.values()}) == 2


def test_results_are_kept_by_seed(source):
    other = read_source(ROOT / "solutions", seed="other")
    assert other.checksum == source.checksum
    key = kept.key(b"", source, sandbox.Limits(), unsafe=False)
    assert key == kept.key(b"", source._replace(), sandbox.Limits(), unsafe=False)
    assert key != kept.key(b"", other, sandbox.Limits(), unsafe=False)
    unseeded = [read_source(ROOT / "tests/submissions/solutions").seed for _ in range(2)]
    assert unseeded[0] != unseeded[1] and all(len(seed) == 32 for seed in unseeded)


@pytest.mark.skipif(UNSAFE, reason="without a sandbox answers see the environment")
def test_answers_do_not_see_the_seed(source, monkeypatch):
    monkeypatch.setenv(checks.SEED, "secret")
    spying = "import os\nrise = 2 * np.log(9) if not os.environ.get('SIGMOIDS_SEED') else 0.0"
    modules = "from sigmoids import checks as c\nrise = 2 * np.log(9) if not c._seed.get() else 0.0"
    for answer in (spying, modules):
        assert lost(notebook(rise=answer), source) == set()


def seed_in(path):
    with output.Folder(path) as folder:
        return seed_of(folder)


def test_a_folder_of_grades_keeps_its_seed(tmp_path, monkeypatch):
    monkeypatch.delenv(checks.SEED, raising=False)
    first = seed_in(tmp_path / "grades")
    assert len(first) == 32 and first == seed_in(tmp_path / "grades")
    assert first != seed_in(tmp_path / "others")
    file = tmp_path / "grades/seed"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in file.parent.iterdir()] == ["seed"]
    with output.Folder(file.parent) as folder:
        reports.write_all(folder, [])
    assert first == seed_in(tmp_path / "grades")
    monkeypatch.setenv(checks.SEED, "given")
    assert seed_in(tmp_path / "grades") == seed_in(tmp_path / "none") == "given"
    assert file.read_text(encoding="ascii").strip() == first
    assert not list((tmp_path / "none").iterdir())


def empty(file):
    file.write_text("\n", encoding="ascii")


def link(file):
    file.with_name("known").write_text("known to another\n", encoding="ascii")
    file.symlink_to("known")


def dangling_link(file):
    file.symlink_to("elsewhere")


def second_name(file):
    file.with_name("known").write_text("known to another\n", encoding="ascii")
    file.hardlink_to(file.with_name("known"))


def writable_by_others(file):
    file.write_text("known to another\n", encoding="ascii")
    file.chmod(0o666)


def pipe(file):
    os.mkfifo(file)


@pytest.mark.parametrize(
    "kind", [empty, link, dangling_link, second_name, writable_by_others, pipe]
)
def test_a_seed_that_may_be_anothers_is_refused(tmp_path, monkeypatch, kind):
    monkeypatch.delenv(checks.SEED, raising=False)
    kind(tmp_path / "seed")
    before = {p.name for p in tmp_path.iterdir()}
    with pytest.raises(output.Unusable, match="holds no seed"):
        seed_in(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == before


def test_a_folder_of_grades_that_learners_could_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "mounted", lambda: [tmp_path / "lib"])
    for seed in ("", "given"):
        monkeypatch.setenv(checks.SEED, seed)
        with pytest.raises(output.Unusable, match="can read"):
            seed_in(tmp_path / "lib/grades")
    monkeypatch.delenv(checks.SEED)
    assert seed_in(tmp_path / "grades")


def test_the_command_scores_by_the_seed_of_its_folder(tmp_path, monkeypatch):
    """Killed or called again it goes on; with another seed nothing kept is taken up."""
    monkeypatch.delenv(checks.SEED, raising=False)
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada/formula.ipynb").write_bytes(notebook())
    words = ["grade", str(tmp_path / "ada"), "--out", str(tmp_path / "grades"), "--jobs", "1"]
    words += ["--solutions", str(ROOT / "solutions"), *(["--unsafe"] if UNSAFE else [])]
    seen = []

    def submitted(self, function, data, source, *more, **options):
        seen.append(source.seed)
        return submit(self, function, data, source, *more, **options)

    submit = batch.Workers.submit
    monkeypatch.setattr(batch.Workers, "submit", submitted)
    for _ in range(2):
        assert CliRunner().invoke(cli.app, words).exit_code == 0
    seed = (tmp_path / "grades/seed").read_text(encoding="ascii").strip()
    assert seen == [seed]  # the second run takes up the first one's result
    assert seed not in (tmp_path / "grades/grades.json").read_text(encoding="utf-8")
    monkeypatch.setenv(checks.SEED, "given")
    assert CliRunner().invoke(cli.app, words).exit_code == 0
    assert seen == [seed, "given"]
