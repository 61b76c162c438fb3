"""What runs at once goes by the processors that the process may use."""

import os
import re
import subprocess
import sys

import pytest

from sigmoids_book import processors
from tests.support import ROOT

linux = pytest.mark.skipif(sys.platform != "linux", reason="control groups and taskset are Linux's")


@pytest.fixture
def groups(tmp_path, monkeypatch):
    """A machine of 64 processors, and `groups(own, **files)`: what `/proc/self/cgroup` says and the
    files below `/sys/fs/cgroup`, by their paths with `/` as `__`."""
    monkeypatch.setattr(processors, "_GROUPS", tmp_path / "groups")
    monkeypatch.setattr(processors, "_GROUP_OF_PROCESS", tmp_path / "own")
    monkeypatch.setattr(os, "process_cpu_count", lambda: 64, raising=False)

    def write(own, files):
        (tmp_path / "own").write_text(own, encoding="utf-8")
        for name, text in files.items():
            path = tmp_path / "groups" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("own", "files", "count"),
    [
        ("0::/\n", {}, 64),
        ("0::/\n", {"cpu.max": "max 100000\n"}, 64),
        ("0::/\n", {"cpu.max": "250000 100000\n"}, 3),
        ("0::/\n", {"cpu.max": "10000 100000\n"}, 1),
        ("0::/a/b\n", {"a/cpu.max": "400000 100000", "a/b/cpu.max": "max 100000"}, 4),
        ("0::/a/b\n", {"a/cpu.max": "400000 100000", "a/b/cpu.max": "200000 100000"}, 2),
        ("0::/outside\n", {"cpu.max": "200000 100000\n"}, 2),
        (
            "5:cpu,cpuacct:/box\n4:memory:/\n",
            {"cpu/box/cpu.cfs_quota_us": "300000\n", "cpu/box/cpu.cfs_period_us": "100000\n"},
            3,
        ),
        (
            "5:cpu,cpuacct:/\n",
            {"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"},
            64,
        ),
    ],
)
def test_the_quota_of_a_container_counts(groups, own, files, count):
    groups(own, files)
    assert processors.available() == count


def test_where_nothing_is_said_there_is_one(groups, monkeypatch):
    monkeypatch.setattr(os, "process_cpu_count", lambda: None, raising=False)
    assert processors.available() == 1


@linux
def test_scoring_starts_no_more_at_once_than_it_may_use():
    one = min(os.sched_getaffinity(0))
    code = (
        f"import os; os.sched_setaffinity(0, {{{one}}}); from sigmoids_book import cli; cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "grade", "--help"],
        cwd=ROOT,
        env={**os.environ, "TERM": "dumb", "COLUMNS": "120"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert re.search(r"Submissions at once.*?default: 1\b", done.stdout, re.DOTALL), done


def test_no_other_code_counts_processors_for_itself():
    wrong = [
        path.name
        for folder in ("sigmoids", "sigmoids_book", "benchmarks", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"os\.cpu_count|multiprocessing\.cpu_count", path.read_text(encoding="utf-8"))
    ]
    # runs.py of lenet records the machine that trained, whatever part of it was lent.
    assert sorted(wrong) == ["processors.py", "runs.py"]
