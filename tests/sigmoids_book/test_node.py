"""npm's packages come with the course's own command, once, and a failure says what to do."""

import json
import shutil
import subprocess
import sys

import pytest

from sigmoids_book import node

NOWHERE = "http://127.0.0.1:9/"  # a port at which nobody answers


@pytest.fixture
def course(tmp_path):
    """A folder that pins what the course pins, and has nothing installed."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(node.ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def no_network(monkeypatch, tmp_path):
    monkeypatch.setenv("npm_config_registry", NOWHERE)
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "empty"))


@pytest.fixture
def installed(course, monkeypatch):
    """The same folder, in which npm seems to have installed everything; returns what it was
    called with since."""
    calls = []

    def run(command, **_):
        calls.append([word for word in command if str(word).startswith("--")])
        for name in node._packages("bench", course):
            (course / "node_modules" / name).mkdir(parents=True, exist_ok=True)
            (course / "node_modules" / name / "package.json").touch()
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(subprocess, "run", run)
    assert node.install(root=course) and len(calls) == 1
    calls.clear()
    return course, calls


def test_what_is_installed_stays_and_needs_no_network(no_network):
    assert not node.install()
    command = [sys.executable, "-m", "sigmoids_book.node"]
    done = subprocess.run(command, cwd=node.ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("esbuild: already there\n")


def test_without_a_registry_one_line_says_what_to_do(no_network, course, monkeypatch, capsys):
    with pytest.raises(node.NodeError) as caught:
        node.install(root=course)
    (line,) = str(caught.value).splitlines()
    assert "(ECONNREFUSED)" in line and line.endswith("type the same command again.")
    assert not (course / "node_modules" / node.STAMP).exists()


@pytest.mark.parametrize("variable", ["NODE_ENV", "NODE_OPTIONS"])
def test_what_the_environment_says_to_node_does_not_reach_npm(variable, monkeypatch):
    monkeypatch.setenv(variable, "production")
    assert variable not in node.environment() and "PATH" in node.environment()


def test_a_second_call_does_nothing(installed):
    course, calls = installed
    assert not node.install(root=course) and calls == []


def test_more_is_installed_for_benchmarks_and_then_serves_the_tests(installed):
    course, calls = installed
    assert node.install("bench", course) and "--include=dev" in calls[0]
    assert not node.install("bench", course) and not node.install("test", course)


@pytest.mark.parametrize(
    "what",
    [
        lambda folder: (folder / "package-lock.json").write_text("{}", encoding="utf-8"),
        lambda folder: shutil.rmtree(folder / "node_modules/esbuild"),
        lambda folder: (folder / "node_modules" / node.STAMP).write_text("{", encoding="utf-8"),
        lambda folder: (folder / "node_modules" / node.STAMP).write_text("[]", encoding="utf-8"),
        lambda folder: (folder / "node_modules" / node.STAMP).unlink(),
    ],
    ids=["other pins", "a package gone", "half a stamp", "another's stamp", "no stamp"],
)
def test_what_is_not_as_pinned_is_installed_anew(installed, what):
    course, calls = installed
    what(course)
    assert node.install(root=course) and "--omit=dev" in calls[0]
    assert not node.install(root=course)


def test_outside_of_the_repository_it_says_where_the_site_is_built(tmp_path):
    with pytest.raises(node.NodeError, match="in the course's repository"):
        node.install(root=tmp_path)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("npm error code ENOSPC\nnpm error syscall write", "(ENOSPC). Make room on the disk"),
        ("npm error code EACCES\nnpm error syscall mkdir", "(EACCES). Copy the course"),
        ("npm error code ENOTFOUND\nnpm error errno ENOTFOUND", "gave no packages (ENOTFOUND)"),
        (
            "npm error code ETARGET\nnpm error notarget No matching version found for esbuild@9.",
            "pins: notarget No matching version found for esbuild@9. (ETARGET)",
        ),
        ("Killed", "gave no packages (Killed)"),
        ("", "gave no packages ()"),
    ],
)
def test_what_npm_says_becomes_one_line(said, told):
    line = node._why(said)
    assert told in line and "\n" not in line


def test_pins_are_exact_and_no_registry_is_named():
    pinned = json.loads((node.ROOT / "package.json").read_text(encoding="utf-8"))
    versions = [v for kind in node.LEVELS.values() for v in pinned[kind].values()]
    assert len(versions) >= 4 and all(v.replace(".", "").isdecimal() for v in versions)
    assert '"resolved"' not in (node.ROOT / "package-lock.json").read_text(encoding="utf-8")
