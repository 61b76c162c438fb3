"""What stands around the sandbox: archives, names, attempts, the output folder, signals.

Nothing here depends on what learners' code does in the sandbox: test_grading.py does that.
"""

import csv
import errno
import hashlib
import inspect
import io
import json
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import threading
import time
import zipfile
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import ClassVar

import nbformat
import pytest
from typer.testing import CliRunner

from sigmoids_book import cli, release
from sigmoids_book.grading import (
    batch,
    collect,
    command,
    kept,
    limits,
    output,
    reports,
    sandbox,
    score,
    submission,
)
from sigmoids_book.grading.limits import Limits
from tests.support import ROOT
from tests.support.submissions import SMALL


def copy(solved, number=0):
    """A right submission; no two with different numbers are alike."""
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    notebook.metadata["learner"] = number
    return nbformat.writes(notebook)


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def found_in(*paths):
    places = list(collect.find(paths, ["small"]))
    return (
        [p for p in places if isinstance(p, collect.Found)],
        [p for p in places if isinstance(p, collect.Refused)],
    )


def file(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# Archives.

NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(100))
INNER = zipped([("small.ipynb", NOISE.hex())])
OUTER = zipped([("inner.zip", INNER)])


def changed(content, place, new):
    return content[:place] + new + content[place + len(new) :]


def central(content):
    return content.rindex(b"PK\1\2")


DAMAGED = {
    "deflated": (changed(OUTER, 60, b"\xff" * 200), "damaged"),
    "checksum": (changed(OUTER, central(OUTER) + 16, b"abcd"), "damaged"),
    "cut": (OUTER[:60], "damaged"),
    "empty": (b"", "damaged"),
    "no zip": (b"PK\3\4 and no more", "damaged"),
    "local name": (changed(OUTER, 30, b"other"), "damaged"),
    "local header": (changed(OUTER, 0, b"XXXX"), "damaged"),
    "directory's place": (changed(OUTER, len(OUTER) - 6, b"\xff\xff\xff\x7f"), "damaged"),
    "lzma": (changed(zipped([("a.zip", INNER)], zipfile.ZIP_LZMA), 60, b"\xff" * 99), "packed in"),
    "bzip2": (zipped([("a.zip", INNER)], zipfile.ZIP_BZIP2), "packed in a way that is not read"),
    "unknown": (changed(OUTER, central(OUTER) + 10, struct.pack("<H", 98)), "packed in a way"),
    "version": (changed(OUTER, central(OUTER) + 6, b"\xff"), "damaged"),
    "locked": (changed(OUTER, central(OUTER) + 8, b"\1\0"), "password"),
    "inner cut": (zipped([("inner.zip", INNER[:-30])]), "damaged"),
    "deep": (zipped([("inner.zip", OUTER)]), "in an archive in an archive"),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_archive_is_a_line_and_the_search_goes_on(kind, tmp_path, solved):
    content, said = DAMAGED[kind]
    for name in ("ada", "zoe"):
        file(tmp_path / f"in/{name}/small.ipynb", copy(solved))
    place = file(tmp_path / "in/mallory/work.zip", content)
    found, refused = found_in(tmp_path / "in")
    assert [one.learner for one in found] == ["ada", "zoe"]
    (line,) = refused
    assert line.place.startswith(str(place)) and said in line.reason and ": ask" in line.reason


@pytest.mark.parametrize("kind", ["deflated", "checksum", "local name", "local header"])
def test_a_damaged_notebook_in_an_archive_costs_nobody_else(kind, tmp_path, solved, source):
    plain = zipped([("small.ipynb", copy(solved))])
    places = {"deflated": (60, b"\xff" * 99), "local name": (30, b"SMALL")}
    places |= {"checksum": (central(plain) + 16, b"abcd"), "local header": (0, b"XXXX")}
    file(tmp_path / "in/eve/work.zip", changed(plain, *places[kind]))
    file(tmp_path / "in/zoe/work.zip", plain)
    found, _ = found_in(tmp_path / "in")
    options = {"at_once": 2, "limits": sandbox.Limits(), "open_executor": Pool}
    results = {one.learner: r for one, r in batch.grade(found, tmp_path / "out", source, **options)}
    assert results["zoe"]["points"] == 7
    assert results["eve"]["status"] == "unreadable" and "new copy" in results["eve"]["message"]


def test_what_a_learners_archives_inflate_to_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(collect, "LARGEST_ARCHIVE", 10 * 2**20)
    read = []
    whole = zipfile.ZipExtFile.read
    monkeypatch.setattr(
        zipfile.ZipExtFile, "read", lambda f, n=-1: read.append(d := whole(f, n)) or d
    )
    bomb = [(f"{n}.zip", bytes(4 * 2**20)) for n in range(30)]
    file(tmp_path / "in/mallory/1.zip", zipped(bomb))
    file(tmp_path / "in/mallory/2.zip", zipped(bomb))
    file(tmp_path / "in/zoe/work.zip", zipped([("a.zip", INNER)]))
    found, refused = found_in(tmp_path / "in")
    assert sum(map(len, read)) < 13 * 2**20
    assert [one.learner for one in found] == ["zoe"]
    assert [Path(r.place).name for r in refused if "more than" in r.reason] == ["1.zip", "2.zip"]


def test_the_number_of_archives_and_of_entries_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(collect, "MOST_ENTRIES", 100)
    monkeypatch.setattr(collect, "MOST_ARCHIVES", 5)
    file(tmp_path / "in/many/a.zip", zipped([(f"{n}.zip", INNER) for n in range(20)]))
    file(tmp_path / "in/wide/a.zip", zipped([(f"{n}.txt", "") for n in range(101)]))
    file(tmp_path / "in/zoe/a.zip", zipped([("a.zip", INNER)]))
    found, refused = found_in(tmp_path / "in")
    assert [one.learner for one in found] == ["many"] * 4 + ["zoe"]
    assert {Path(r.place).parent.name for r in refused if "more than" in r.reason} >= {
        "many",
        "wide",
    }


def test_damaged_archives_without_end_are_given_up(tmp_path, monkeypatch):
    bad = bytearray(zipped([(f"{n:03}.zip", NOISE) for n in range(300)]))
    for place in range(len(bad) - 4):
        if bad[place : place + 4] == b"PK\3\4":
            bad[place + 40 : place + 140] = b"\xff" * 100
    opened = []
    whole = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda a, e, *o, **k: opened.append(e) or whole(a, e, *o, **k)
    )
    file(tmp_path / "in/mallory/work.zip", bytes(bad))
    _, refused = found_in(tmp_path / "in")
    assert len(opened) <= collect.MOST_ARCHIVES + 1
    assert len(refused) <= collect.MOST_LINES + 1
    assert refused[-1].reason.endswith("look yourself")


def test_the_list_of_entries_is_not_read_as_long_as_it_says(tmp_path):
    asked = []

    class Raw(io.BytesIO):
        def readinto(self, buffer):
            asked.append(len(buffer))
            return super().readinto(buffer)

    wide = zipped([(f"{n}" * 100 + ".txt", "") for n in range(9)])
    long = bytes(2 * collect.LARGEST_DIRECTORY) + wide
    bounded = collect._Bounded(Raw(long))
    assert len(bounded.read()) == len(bounded.read(10**9)) == collect.LARGEST_DIRECTORY
    assert max(asked) <= collect.LARGEST_DIRECTORY + 2**16


def test_of_two_entries_of_one_name_the_last_counts(tmp_path, solved):
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped([("small.ipynb", "old"), ("small.ipynb", copy(solved))])
    file(tmp_path / "in/ada/work.zip", twice)
    (one,), refused = found_in(tmp_path / "in")
    assert collect.content(one) == copy(solved).encode() and refused == []


# Who a learner is.


def learners(*paths):
    return sorted((one.learner, one.id) for one in found_in(*paths)[0])


def test_an_archive_names_its_learner_whatever_lies_in_it(tmp_path, solved):
    data = copy(solved)
    bob = file(tmp_path / "bob.zip", zipped([("small.ipynb", data)]))
    names = ["bob/small.ipynb", "bob.ipynb", "bob_1_2_small.ipynb"]
    for n, name in enumerate([*names, "bob_7_assignsubmission_file_/a.ipynb"]):
        mallory = file(tmp_path / f"{n}/mallory.zip", zipped([(name, data)]))
        assert learners(bob, mallory) == [("bob", ""), ("mallory", "")], name
        folder = tmp_path / f"class{n}"
        file(folder / "mallory.zip", mallory.read_bytes())
        file(folder / "carol/small.zip", mallory.read_bytes())
        assert learners(folder) == [("carol", ""), ("mallory", "")], name


def test_archives_that_are_named_alike_are_told_apart_by_their_folders(tmp_path, solved):
    for name in ("ada", "bob"):
        file(tmp_path / name / "work.zip", zipped([("small.ipynb", copy(solved))]))
        file(tmp_path / name / "work.ipynb", copy(solved))
    assert learners(*tmp_path.glob("*/work.zip")) == [("ada", ""), ("bob", "")]
    assert learners(*tmp_path.glob("*/work.ipynb")) == [("ada", ""), ("bob", "")]


def test_exports_are_classes_and_one_archive_alone_is_one(tmp_path, solved):
    data = copy(solved)
    first = file(tmp_path / "a1.zip", zipped([("Ada M_11_assignsubmission_file_/a.ipynb", data)]))
    second = file(tmp_path / "a2.zip", zipped([("adam_11_5_small.ipynb", data)]))
    plain = file(tmp_path / "class.zip", zipped([("ada/small.ipynb", data), ("bob.ipynb", data)]))
    assert learners(first, second) == [("Ada M", "11"), ("adam", "11")]
    assert learners(plain) == [("ada", ""), ("bob", "")]
    top = file(tmp_path / "eve.zip", zipped([("small.ipynb", data)]))
    assert learners(top) == [("eve", "")]


def test_names_that_look_alike_are_two_learners(tmp_path, solved):
    names = ["bob", "bob\u200b", "bob\u202e", "n" * 240 + "1", "n" * 240 + "2"]
    for name in names:
        file(tmp_path / f"in/{name}/small.ipynb", copy(solved))
    got = [name for name, _ in learners(tmp_path / "in")]
    got += [collect.label(name) for name in ("\ud800", "\ud801")]
    assert len(set(got)) == len(names) + 2
    assert all(name.isprintable() and len(name) <= 200 for name in got)


def test_a_long_name_does_not_take_long(tmp_path):
    long = "_1_assignsubmission_" * 3000 + "!.ipynb"
    archives = [file(tmp_path / f"{n}.zip", zipped([(long, "")])) for n in range(2)]
    began = time.process_time()
    assert learners(*archives) == [("0", ""), ("1", "")]
    assert time.process_time() - began < 1


def test_files_that_end_in_numbers_are_several_learners(tmp_path, solved):
    for n in (1, 2):
        file(tmp_path / f"in/student-{n}.ipynb", copy(solved))
    assert learners(tmp_path / "in") == [("student-1", ""), ("student-2", "")]


# Attempts.


def test_guessing_in_many_attempts_gains_nothing(tmp_path, solved, source):
    blank = nbformat.writes(release.release(solved))
    guesses = [(f"guess{n}.ipynb", copy(solved) if n == 30 else blank) for n in range(300)]
    file(tmp_path / "in/mallory/work.zip", zipped(guesses))
    found, _ = found_in(tmp_path / "in")
    (one,), left_out = collect.chosen(found, source)
    assert one.steps[-1] == "guess299.ipynb"
    assert len(left_out) == collect.MOST_LINES + 1
    assert any("250 notebooks of mallory" in line.reason for line in left_out)


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        (["small.ipynb", "small (2).ipynb", "small (10).ipynb"], "small (10).ipynb"),
        (["small-2.ipynb", "small.ipynb", "z/small-1.ipynb"], "small-2.ipynb"),
        (["try9.ipynb", "try10.ipynb"], "try10.ipynb"),
    ],
)
def test_the_last_attempt_counts_and_the_others_are_listed(names, counts, tmp_path, solved, source):
    for n, name in enumerate(names):
        file(tmp_path / "in/ada" / name, copy(solved, n))
    (one,), left_out = collect.chosen(found_in(tmp_path / "in")[0], source)
    assert one.steps[0].endswith(counts)
    assert len(left_out) == len(names) - 1
    assert all(one.place in line.reason and "ask which" in line.reason for line in left_out)


def test_what_cannot_be_read_is_no_attempt(tmp_path, solved, source):
    file(tmp_path / "in/ada/small.ipynb", copy(solved))
    file(tmp_path / "in/ada/small (2).ipynb", "{}")
    kept, left_out = collect.chosen(found_in(tmp_path / "in")[0], source)
    assert [Path(one.steps[0]).name for one in kept] == ["small.ipynb", "small (2).ipynb"]
    assert left_out == []


# What is read of a notebook.


@pytest.mark.parametrize(
    "changed",
    [
        {"metadata": {"nbgrader": {"grade_id": "logit", "grade": [1] * 10**4, "x": [1] * 10**4}}},
        {"metadata": {"nbgrader": {"grade_id": "a" * 10**4}}},
        {"metadata": {"nbgrader": [1] * 10**4}},
    ],
    ids=["fields", "name", "no fields"],
)
def test_of_a_mark_the_known_fields_are_kept(changed):
    cell = {"cell_type": "code", "source": "x", "metadata": {}} | changed
    notebook = {"cells": [cell], "nbformat": 4, "nbformat_minor": 5}
    assert len(submission._bare(json.dumps(notebook).encode(), Path("a"))) < 350
    notebook |= {"cells": [], "nbformat": [4] * 10**4}
    assert len(submission._bare(json.dumps(notebook).encode(), Path("a"))) < 350


# The state machine.


class Pool(Executor):
    """As a pool of processes: what runs when a submission kills dies with it, and the pool is of
    no use afterwards. `b"kill"` in a submission kills."""

    death = BrokenProcessPool
    together: ClassVar[list[frozenset[bytes]]] = []

    def __init__(self):
        self.lock, self.running, self.broken, self.threads = threading.Lock(), {}, False, []

    def submit(self, f, data, *arguments, **options):
        future = Future()
        with self.lock:
            if self.broken:
                raise BrokenProcessPool
            self.running[future] = data
            Pool.together.append(frozenset(self.running.values()))
        self.threads.append(threading.Thread(target=self.work, args=(future, data)))
        self.threads[-1].start()
        return future

    def work(self, future, data):
        time.sleep(0.01 if b"quick" in data else 0.03)
        with self.lock:
            if future not in self.running:
                return
            if b"kill" in data and not (b"sometimes" in data and len(self.running) == 1):
                self.broken = True
                for other in self.running:
                    other.set_exception(self.death())
                self.running.clear()
            else:
                del self.running[future]
                submission = hashlib.sha256(data).hexdigest()
                result = {**score.unread(""), "points": 7, "possible": 7, "status": "scored"}
                result |= {"set": "small", "isolated": True, "seconds": 0.0}
                future.set_result({**result, "submission": submission})

    def shutdown(self, wait=True, *, cancel_futures=False):
        for thread in self.threads:
            thread.join()


def run(tmp_path, source, contents, at_once=4, **options):
    places = []
    for n, content in enumerate(contents):
        path = file(tmp_path / f"in/{n:02}.ipynb", content + b" %d" % n)
        places.append(collect.Found(f"{n:02}", "", "small.ipynb", (str(path),)))
    Pool.together = []
    options = {"open_executor": Pool, "at_once": at_once, "limits": sandbox.Limits(), **options}
    results = list(batch.grade(places, tmp_path / "out", source, **options))
    assert len(results) == len(places)
    return [result["points"] for _, result in sorted(results, key=lambda r: r[0])]


@pytest.mark.parametrize("at_once", [1, 2, 4, 8])
@pytest.mark.parametrize(
    "order",
    ["kgkgkggg", "gggggkkk", "kkkggggg", "gkqkgkgq", "qkqkqkqk", "k", "sgsgsggg", "sss"],
)
def test_who_kills_a_worker_costs_nobody_else(order, at_once, tmp_path, source):
    contents = {"k": b"kill", "g": b"good", "q": b"quick", "s": b"kill sometimes"}
    points = run(tmp_path, source, [contents[c] for c in order], at_once)
    # What kills others alone is good alone: it is tried once more and gets what it deserves.
    assert points == [0 if c == "k" else 7 for c in order]
    alone = [ones for ones in Pool.together if any(b"kill" in one for one in ones)]
    assert at_once == 1 or max(map(len, Pool.together)) <= at_once
    for n, c in enumerate(order):
        runs = [ones for ones in alone if b"%s %d" % (contents[c], n) in ones]
        if c == "k":
            assert len(runs[-1]) == 1  # the last time nothing beside it


def test_a_worker_of_a_cluster_that_dies_makes_suspects_too(tmp_path, source, monkeypatch):
    monkeypatch.setattr(Pool, "death", type("KilledWorker", (Exception,), {}))
    assert run(tmp_path, source, [b"kill", b"good", b"good"]) == [0, 7, 7]


def test_results_are_kept_and_a_change_of_the_code_or_regrade_scores_anew(
    tmp_path, source, monkeypatch
):
    assert run(tmp_path, source, [b"a", b"b"]) == [7, 7] and len(Pool.together) == 2
    assert run(tmp_path, source, [b"a", b"b"]) == [7, 7] and len(Pool.together) == 0
    assert run(tmp_path, source, [b"a", b"b"], regrade=True) == [7, 7] and len(Pool.together) == 2
    monkeypatch.setattr(kept, "code", lambda: "another")
    assert run(tmp_path, source, [b"a", b"b"]) == [7, 7] and len(Pool.together) == 2


def test_the_guides_have_the_numbers_of_the_limits():
    guide = (ROOT / "guides/grading.md").read_text(encoding="utf-8")
    words = {"twice": 2, "three times": 3, "four times": 4}
    times = "|".join(words)
    told = re.search(
        rf"`--timeout (\d+)` are the seconds .*?, `--memory (\d+)` the megabytes; sets that import "
        rf"PyTorch get ({times}) and ({times}) as much\.",
        guide,
    )
    seconds, memory, longer, more = told.groups()
    default = Limits()
    assert (default.seconds, default.memory) == (int(seconds), int(memory))
    torch, chosen = default.with_torch(), limits.chosen(1, 300)
    assert torch.seconds == words[longer] * default.seconds
    assert torch.total == words[longer] * default.total
    assert torch.memory == words[more] * default.memory
    assert limits.chosen(default.seconds, default.memory) == default
    assert (chosen.total, chosen.memory) == (default.total / default.seconds, 300)
    threats = (ROOT / "sigmoids_book/grading/README.md").read_text(encoding="utf-8")
    for line in (
        f"address space {default.memory // 1024} GB (`--memory`), twice that",
        f"(`--timeout`, {default.seconds}), twelve times that for each of the two runs; three",
        f"a tmpfs of {default.disk} MB",
        f"longer than {default.reply} MB",
        f"{default.file_size} MB for a file, {default.open_files} open files",
    ):
        assert line in threats
    assert (default.total, longer, more) == (12 * default.seconds, "three times", "twice")
    options = inspect.signature(cli.grade).parameters
    assert (options["timeout"].default, options["memory"].default) == default[:1] + default[2:3]


def test_all_that_the_sandbox_has_of_the_course_is_in_the_key():
    packed = sandbox.packed_course()
    there = {p.relative_to(packed).as_posix() for p in packed.rglob("*") if p.is_file()}
    assert there == set(sandbox.course_files())
    assert {"child.py", "sigmoids/checks.py"} <= there
    assert {Path(name).suffix for name in there} > {".py", ".json", ".js", ".csv"}
    assert not [name for name in there if "__pycache__" in name or "sigmoids_book" in name]


def test_the_code_that_scores_is_in_the_key(tmp_path):
    shared, book = tmp_path / "sigmoids", tmp_path / "sigmoids_book"
    others = [book / name for name in ("grading/reports.py", "cli.py", "site/a.py")]
    others.append(shared / "__pycache__/checks.pyc")
    scoring = [shared / "checks.py", shared / "models/depth.py", book / "judge.py"]
    scoring += [shared / "models/digits.json", shared / "demos/bundles/a.js"]
    scoring += [book / "grading/protocol.py", book / "grading/refused_calls.csv"]
    for path in others + scoring:
        file(path, "1")
    sums = [kept.code.__wrapped__(shared, book)]
    for path in others + scoring:
        file(path, "2")
        sums.append(kept.code.__wrapped__(shared, book))
    assert len(set(sums[: 1 + len(others)])) == 1 and len(set(sums)) == 1 + len(scoring)


# The output folder.


def test_the_folder_is_ours_alone(tmp_path):
    os.umask(os.umask(0))
    folder = output.Folder(tmp_path / "a/out")
    folder.write("results/ab/x.json", "text")
    folder.replace({"grades.csv": "1", "feedback/ann/small.html": "2"}, [])
    for path in [tmp_path / "a/out", *(tmp_path / "a/out").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    (tmp_path / "open").mkdir(mode=0o777)
    output.Folder(tmp_path / "open").close()
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o700
    folder.close()


def test_links_are_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "grades.csv").write_text("kept", encoding="utf-8")
    (tmp_path / "link").symlink_to(secret)
    with pytest.raises(output.Unusable, match="link is a link"):
        output.Folder(tmp_path / "link")
    with output.Folder(tmp_path / "out") as folder:
        for name in ("grades.csv", ".part-grades.csv", ".part-totals.csv"):
            (tmp_path / "out" / name).symlink_to(secret / "grades.csv")
        (tmp_path / "out/feedback").symlink_to(secret)
        (tmp_path / "out/results").symlink_to(secret)
        with pytest.raises(output.Unusable, match="results is a link"):
            folder.write("results/a.json", "new")
        folder.replace({"grades.csv": "new", "totals.csv": "new"}, ["feedback"])
    assert (tmp_path / "out/grades.csv").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "out/grades.csv").is_symlink()
    assert [p.name for p in secret.iterdir()] == ["grades.csv"]
    assert (secret / "grades.csv").read_text(encoding="utf-8") == "kept"


def plant(tmp_path, source, how):
    """A result in the folder that says 99, as another account might have put it there."""
    assert run(tmp_path, source, [b"a"]) == [7]
    (kept,) = (tmp_path / "out/results").rglob("*.json")
    result = json.loads(kept.read_text(encoding="utf-8")) | {"points": 99}
    kept.unlink()
    other = file(tmp_path / "planted.json", json.dumps(result))
    if how == "link":
        kept.symlink_to(other)
    elif how == "hard link":
        os.link(other, kept)
    else:
        kept.write_text(
            json.dumps(result | ({"submission": "0"} if how == "of another" else {})),
            encoding="utf-8",
        )
        if how == "writable":
            kept.chmod(0o666)
        if how == "owner":
            os.chown(kept, 65534, 65534)
        if how == "pipe":
            kept.unlink()
            os.mkfifo(kept)


@pytest.mark.parametrize("how", ["link", "hard link", "writable", "of another", "owner", "pipe"])
def test_a_planted_result_is_not_believed(how, tmp_path, source):
    if how == "owner" and os.geteuid():
        pytest.skip("only root gives files away")
    plant(tmp_path, source, how)
    assert run(tmp_path, source, [b"a"]) == [7]


def test_a_result_of_ours_is_believed(tmp_path, source):
    plant(tmp_path, source, "ours")
    assert run(tmp_path, source, [b"a"]) == [99]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_folders_and_links_of_other_accounts_are_refused(tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    with pytest.raises(output.Unusable, match="belongs to another account"):
        output.Folder(theirs)
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    output.Folder(tmp_path / "link/out").close()
    os.lchown(tmp_path / "link", 65534, 65534)
    with pytest.raises(output.Unusable, match="another account's link"):
        output.Folder(tmp_path / "link/out")


@pytest.mark.parametrize("fails_at", [1, 3, 5])
def test_on_a_full_disk_the_tables_stay_as_they_were(fails_at, tmp_path, monkeypatch):
    files = {
        "grades.csv": "1",
        "class.html": "1",
        "feedback/a/b.html": "1",
        "feedback/c/d.html": "1",
    }
    with output.Folder(tmp_path / "out") as folder:
        folder.replace(files, ["feedback"])
        whole, count = output._new_file, iter(range(1, 9))

        def full(*arguments):
            whole(*arguments)
            if next(count) >= fails_at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(output, "_new_file", full)
        new = {name: "2" for name in (*files, "totals.csv")}
        with pytest.raises(output.Unusable, match=r"No space left on device\. Make room"):
            folder.replace(new, ["feedback"])
        with pytest.raises(output.Unusable, match="No space left"):
            folder.write("results/x.json", "2")
    left = {str(p.relative_to(tmp_path / "out")): p for p in (tmp_path / "out").rglob("*")}
    assert {n for n, p in left.items() if p.is_file()} == {*files}
    assert {left[name].read_text(encoding="utf-8") for name in files} == {"1"}


def test_one_run_at_a_time_and_what_a_killed_one_left_goes(tmp_path):
    out = tmp_path / "out"
    with output.Folder(out) as folder, output.Folder(out) as other:
        folder.alone()
        with pytest.raises(output.Unusable, match="Another run"):
            other.alone()
    for name in (".part-grades.csv", "results/ab/.part-x.json", ".part-feedback/ann/small.html"):
        file(out / name, "half")
    with output.Folder(out) as folder:
        folder.alone()
    assert [p.name for p in out.rglob("*") if p.name != "results"] == ["ab"]


# Tables and names.


def graded_as(name, source, steps=("small.ipynb",), identifier="", **changed):
    result = {
        **{"set": "small", "title": "Small", "points": 7, "possible": 7, "status": "scored"},
        **{"message": "", "troubles": [], "isolated": True, "seconds": 0.1, "questions": []},
        **changed,
    }
    found = collect.Found(collect.label(name), identifier, Path(steps[-1]).name, tuple(steps))
    return reports.Graded(found, result)


CANVAS = "Student,ID,SIS User ID,Section\n    Points Possible,,,\nada,11,s11,A\neve,12,s12,A\n"
MOODLE = (
    "Identifier,Full name,Email address\nParticipant 11,ada,a@x.org\nParticipant 12,eve,e@x.org\n"
)


@pytest.mark.parametrize("roster", [CANVAS, MOODLE, None], ids=["canvas", "moodle", "none"])
def test_a_broken_file_makes_no_column(roster, tmp_path, source):
    people = reports.read_roster(file(tmp_path / "r.csv", roster)) if roster else None
    names = ["Student", "ID", "Identifier", "learner", "Email address", "=1+1", "small"]
    unread = {"set": "", "points": 0, "possible": 0, "status": "unreadable"}
    broken = [graded_as("eve", source, (f"eve/{n}.ipynb",), **unread) for n in names]
    graded = [graded_as("ada", source), graded_as("eve", source, points=5), *broken]
    assert reports.write_all(tmp_path / "out", graded, people) == []
    name = f"{people.kind}.csv" if people else "totals.csv"
    with open(tmp_path / "out" / name, encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows[0] == [*(people.columns if people else ["learner"]), "small"]
    assert [row[-1] for row in rows[-2:]] == ["7", "5"]
    assert [row[0] for row in rows[-2:]] != ["0", "0"]
    pages = list((tmp_path / "out/feedback/eve").iterdir())
    assert len(pages) == len(names) + 1
    assert "5 of 7" in (tmp_path / "out/feedback/eve/small.html").read_text(encoding="utf-8")


def test_a_set_that_is_called_like_a_column_gets_another_name(tmp_path, source):
    people = reports.read_roster(file(tmp_path / "r.csv", CANVAS))
    _, text, _ = reports.totals([graded_as("ada", source, set="id")], people)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (rows[1]["ID"], rows[1]["set id"]) == ("11", "7")


@pytest.mark.parametrize(
    "text", ["x;=1+1", "x\t+1", 'a;"=1', "a; @b", "a|=1", "=1", " -1", "；;＝1"]
)
def test_no_separator_makes_a_formula(text):
    table = reports.table(["learner"], [{"learner": text}])
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(table), delimiter=separator):
            assert not any(c.lstrip(' "')[:1] in tuple("=+-@＝") for c in row if c.strip()), table


def test_words_stay_as_they_are():
    for text in ("Doe-Smith; Ann", "a = b", "3; 4", "x;y"):
        assert reports.defused(text) == text


def test_names_of_files_are_apart_on_every_file_system():
    names = ["Ann", "ann", "ANN", "con", "NUL", "com1.txt", "COM¹", "Lpt9", "dot.", "dot", "space "]
    names += [
        "e\u0301va",
        "\u00e9va",
        "ß",
        "ss",
        "bob",
        "a/b",
        "a\\b",
        "..",
        "",
        "x" * 60,
        "x" * 61,
    ]
    hashed = reports.file_names(["bob!"])["bob!"]
    found = reports.file_names([*names, hashed])
    kept = list(found.values())
    assert len({name.casefold() for name in kept}) == len(names) + 1
    assert found["bob"] == "bob" and found[hashed] != hashed
    for name in kept:
        stem = name.split(".")[0].upper()
        assert stem not in {"CON", "NUL", "COM1", "LPT9"} and name == name.rstrip(". ")
        assert "/" not in name and "\\" not in name and name not in ("", ".", "..")


def test_a_second_run_leaves_nothing_stale(tmp_path, source):
    people = reports.read_roster(file(tmp_path / "r.csv", CANVAS))
    out = tmp_path / "out"
    reports.write_all(out, [graded_as("ada", source), graded_as("eve", source)], people)
    assert (out / "canvas.csv").exists() and (out / "feedback/eve").exists()
    reports.write_all(out, [graded_as("ada", source)])
    assert not (out / "canvas.csv").exists() and (out / "totals.csv").exists()
    assert [p.name for p in (out / "feedback").iterdir()] == ["ada"]
    reports.write_all(out, [])
    assert not (out / "feedback").exists()


# The command.


def invoke(*words):
    result = CliRunner().invoke(cli.app, ["grade", *map(str, words)])
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture
def without_code(monkeypatch):
    """The command, with the pool that runs no learner's code."""
    monkeypatch.setattr(command, "_executor", lambda *_: Pool)
    monkeypatch.setattr(sandbox, "why_not", lambda: "")


@pytest.mark.usefixtures("without_code")
def test_the_same_folder_again_drops_nobody_whose_file_is_there(tmp_path, solved):
    ada = file(tmp_path / "one/ada.ipynb", copy(solved, 1))
    file(tmp_path / "one/eve.ipynb", copy(solved, 2))
    file(tmp_path / "two/zoe.ipynb", copy(solved, 3))
    rest = ("--out", tmp_path / "out", "--solutions", SMALL.parent)
    assert invoke(tmp_path / "one", *rest)[0] == 0
    code, text = invoke(tmp_path / "two", *rest)
    assert code == 0 and "2 of them by earlier runs" in text
    got = [
        e["learner"] for e in json.loads((tmp_path / "out/grades.json").read_text(encoding="utf-8"))
    ]
    assert got == ["ada", "eve", "zoe"]
    ada.unlink()
    code, text = invoke(tmp_path / "two", *rest)
    assert code == 1 and f"Left out: {ada}" in text and "1 of them by earlier runs" in text
    got = [
        e["learner"] for e in json.loads((tmp_path / "out/grades.json").read_text(encoding="utf-8"))
    ]
    assert got == ["eve", "zoe"]


@pytest.mark.usefixtures("without_code")
def test_the_exit_status_and_a_line_say_what_is_wrong(tmp_path, solved):
    good = file(tmp_path / "in/ada.ipynb", copy(solved)).parent
    rest = ("--solutions", SMALL.parent, "--out")
    assert invoke(good, *rest, tmp_path / "out")[0] == 0
    code, text = invoke(good, tmp_path / "nowhere", *rest, tmp_path / "out")
    assert code == 1 and f"{tmp_path}/nowhere: there is no such file: correct the name" in text
    broken = file(tmp_path / "in/eve/x.zip", b"PK")
    code, text = invoke(good, *rest, tmp_path / "out")
    assert code == 1 and f"{broken}: damaged: ask for a new copy" in text
    for words, said in [
        ((tmp_path / "nowhere", *rest, tmp_path / "new"), "No submission was found"),
        ((good, *rest, file(tmp_path / "file", "")), "is a link or no folder: remove it"),
        ((good, *rest, file(tmp_path / "file", "") / "out"), "file/out cannot be written"),
        ((good, *rest, "/proc/nowhere/out"), "cannot be written"),
        ((good, *rest, tmp_path / "out", "--roster", tmp_path / "no.csv"), "no.csv cannot be read"),
        ((good, "--solutions", tmp_path / "no", "--out", tmp_path / "new"), "holds no notebook"),
    ]:
        code, text = invoke(*words)
        assert code == 2 and said in text and "Traceback" not in text, text
    assert not (tmp_path / "new").exists()


def of_the_run(folder):
    """Processes that the command, with `folder` for temporary files, has started or is."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in told:
            found.add(int(process.name))
    return found


def until(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


STARTING = """
import time
from pathlib import Path
from sigmoids_book import grading
if __name__ == "__mp_main__":  # a worker, before it has taken up its line
    Path(__file__).with_name("begun").touch()
    time.sleep(60)
if __name__ == "__main__":
    from sigmoids_book.grading.workers import Workers
    Workers(1).submit(print).result()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's signal is Linux's")
def test_a_worker_that_has_only_begun_ends_too(tmp_path):
    words = [sys.executable, file(tmp_path / "starting.py", STARTING)]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=environment) as process:
        assert until((tmp_path / "begun").exists, 60)
        process.kill()
        process.wait()
        assert until(lambda: not of_the_run(tmp_path), 30)  # and not when its minute is over


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP", "SIGINT"])
def test_whatever_ends_the_command_nothing_stays(name, tmp_path, solved):
    number, temporary = signal.Signals[name], tmp_path / "tmp"
    temporary.mkdir()
    slow = nbformat.from_dict(json.loads(json.dumps(solved)))
    slow.cells.insert(2, nbformat.v4.new_code_cell("import time\ntime.sleep(99)"))
    file(tmp_path / "in/slow.ipynb", nbformat.writes(slow))
    # A shell's background job ignores the keys that interrupt, and so do its processes.
    program = "import signal\nfor n in (1, 2, 15): signal.signal(n, signal.SIG_DFL)\n"
    program += "from sigmoids_book.cli import main; main()"
    words = [sys.executable, "-c", program, "grade"]
    words += [tmp_path / "in", "--out", tmp_path / "out", "--solutions", SMALL.parent]
    words += ["--jobs", "1", "--timeout", "60"]
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        words, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        # The command, a tracker of multiprocessing's, a worker, and bubblewrap with its processes.
        assert until(lambda: len(of_the_run(temporary)) >= 5, 60)
        process.send_signal(number)
        began = time.monotonic()
        said = process.stderr.read()
        process.wait()
        assert until(lambda: not of_the_run(temporary), 30)
        assert time.monotonic() - began < 30  # and not when the cell's minute is over
    if name == "SIGKILL":
        assert len(list(temporary.iterdir())) == 1
        tempfile_before = output.tempfile.tempdir
        output.tempfile.tempdir = str(temporary)
        try:
            with output.temporary() as folder:
                assert list(temporary.iterdir()) == [folder]
        finally:
            output.tempfile.tempdir = tempfile_before
    else:
        assert process.returncode == 128 + number
        assert f"Ended by {name}." in said and "Traceback" not in said
    assert list(temporary.iterdir()) == []
    assert not list((tmp_path / "out").rglob(f"{output.PART}*"))
