"""Scoring: no code forges a mark, reads a test, stalls the batch, or leaves anything behind.

`submissions/<kind>/<what_it_does>.py` says what its honest work deserves (`Points`, by question)
and what it does to a grader without isolation (`Alone`): tests/support/naive_grader.py is one, and
a file that does not defeat it proves nothing. `submissions/broken/` holds notebooks as they may
arrive.
"""

import ast
import contextlib
import csv
import io
import itertools
import json
import multiprocessing
import os
import random
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
import numpy as np
import pytest
from typer.testing import CliRunner

from sigmoids import answers, checks
from sigmoids_book import cli, judge, kernel, notebooks, sets
from sigmoids_book.grading import (
    batch,
    collect,
    command,
    kept,
    protocol,
    reports,
    sandbox,
    sandbox_kernel,
    score,
    submission,
)
from sigmoids_book.grading.source import read_source
from tests.support import ROOT, naive_grader
from tests.support.answers import LOSES
from tests.support.submissions import (
    HOSTILE,
    SMALL,
    SUBMISSIONS,
    Inline,
    deserved,
    label,
    processes,
)
from tests.support.system_calls import verdict

with open(SUBMISSIONS / "broken/expected.csv", encoding="utf-8") as file:
    BROKEN = list(csv.DictReader(file))
SECRETS = ("-7.125", "17.0625", "0.625")  # hidden inputs of the small set
LIMITS = sandbox.Limits(seconds=1, total=12, memory=700)
ALONE = {
    "forged": lambda seen, deserved: (seen["points"] or 0) > deserved,
    "reads": lambda seen, deserved: any(s in " ".join(seen["messages"]) for s in SECRETS),
    "stalls": lambda seen, deserved: seen["stalls"],
    "ends": lambda seen, deserved: seen["points"] is None and not seen["stalls"],
    "process": lambda seen, deserved: seen["processes"] > 0,
    "file": lambda seen, deserved: seen["files"] != [],
    "output": lambda seen, deserved: seen["output"] > 50e6,
    "memory": lambda seen, deserved: seen["memory"] > 700e6,
}


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory, solved, blank, answers_for_sale):
    """A folder for each submission, as a learning platform exports them."""
    folder = tmp_path_factory.mktemp("class")
    for path in HOSTILE:
        place = folder / "submitted" / label(path)
        place.mkdir(parents=True)
        notebook = naive_grader.assemble(path, solved, blank)
        for cell, (word, value) in itertools.product(notebook.cells, answers_for_sale.items()):
            cell.source = cell.source.replace(word, str(value))
        nbformat.write(notebook, place / "small.ipynb")
    for row in BROKEN:
        place = folder / "submitted" / f"broken-{row['file']}"
        place.mkdir()
        shutil.copy(SUBMISSIONS / "broken" / f"{row['file']}.ipynb", place / "small.ipynb")
    return folder


@pytest.fixture(scope="module")
def answers_for_sale():
    """Servers on this machine that give the solutions to whoever asks. Yields what submissions call
    their places by, and the places."""

    def serve(listening):
        with contextlib.suppress(OSError):
            while True:
                link, _ = listening.accept()
                with link:
                    link.sendall(SMALL.read_bytes())

    with contextlib.ExitStack() as stack:
        places = {"SOLD_AT_NAME": f"sigmoids-answers-{os.getpid()}"}
        for family, address in (
            (socket.AF_INET, ("127.0.0.1", 0)),
            (socket.AF_UNIX, f"\0{places['SOLD_AT_NAME']}"),
        ):
            listening = stack.enter_context(socket.socket(family))
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen()
            threading.Thread(target=serve, args=(listening,), daemon=True).start()
            if family == socket.AF_INET:
                places["SOLD_AT_PORT"] = listening.getsockname()[1]
        yield places


@pytest.fixture(scope="module")
def alone(class_folder, tmp_path_factory, answers_for_sale):
    """What each hostile submission does to a grader without isolation."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "source").mkdir()
    shutil.copy(SMALL, folder / "source")
    for path in HOSTILE:
        shutil.copy(
            class_folder / "submitted" / label(path) / "small.ipynb",
            folder / f"{label(path)}.ipynb",
        )
    words = [sys.executable, "-m", "tests.support.naive_grader"]
    words += [folder / "source/small.ipynb", folder]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def graded(sandboxed, class_folder, alone):
    """All of them scored as one batch, by the command."""
    out = class_folder / "grades"
    before = set(processes())
    files = {p for p in class_folder.rglob("*")}
    words = ["grade", str(class_folder / "submitted"), "--out", str(out), "--jobs", "2"]
    words += ["--solutions", str(SMALL.parent), "--timeout", "1", "--memory", "700"]
    words = [sys.executable, "-c", "from sigmoids_book.cli import main; main()", *words]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 1, done.stderr  # some cannot be read
    written = {p for p in class_folder.rglob("*") if out not in p.parents and p != out}
    left = {pid: words for pid, words in processes().items() if pid not in before}
    results = {
        r["learner"]: r for r in json.loads((out / "grades.json").read_text(encoding="utf-8"))
    }
    return {"out": out, "results": results, "left": left, "written": written - files}


@pytest.mark.counts("hostile submissions that gain no point")
@pytest.mark.parametrize("path", HOSTILE, ids=label)
def test_a_hostile_submission_gets_what_its_honest_work_deserves(path, graded, alone):
    result = graded["results"][label(path)]
    assert [q["points"] for q in result["questions"]] == deserved(path)
    assert not any(secret in json.dumps(result) for secret in SECRETS)
    kind = naive_grader.about(path)["Alone"]
    if kind != "nothing":
        assert ALONE[kind](alone[label(path)], sum(deserved(path))), alone[label(path)]


def test_hostile_submissions_that_count_are_many(class_folder):
    kinds = [naive_grader.about(path)["Alone"] for path in HOSTILE]
    assert len([k for k in kinds if k != "nothing"]) + len(BROKEN) >= 90
    assert kinds.count("nothing") <= 3


@pytest.mark.counts("broken submissions read or refused")
@pytest.mark.parametrize("row", BROKEN, ids=lambda row: row["file"])
def test_a_broken_submission_is_read_or_refused_in_a_line(row, graded):
    result = graded["results"][f"broken-{row['file']}"]
    assert " ".join(str(q["points"]) for q in result["questions"]) == row["points"]
    said = " ".join([result["message"], *(q["message"] for q in result["questions"])])
    assert row["message"] in said and "Traceback" not in said


def test_the_batch_leaves_nothing_running_and_writes_nothing_elsewhere(graded):
    assert graded["left"] == {}
    assert graded["written"] == set()


def test_no_report_holds_a_hidden_test(graded):
    for path in graded["out"].rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not any(secret in text for secret in SECRETS), path


def points(result):
    return [q["points"] for q in result["questions"]]


@pytest.mark.usefixtures("sandboxed")
def test_what_a_submission_changes_the_next_one_does_not_see(source, solved, blank):
    """Modules, files, environment, random numbers: each child is as the first was."""
    mess = nbformat.v4.new_code_cell(
        "import builtins, os, random, sys\nnp.exp = np.mean = None\nbuiltins.float = None\n"
        "os.environ['MARK'] = sys.modules['mark'] = 'here'\nopen('mark', 'w').close()\n"
        "sp.symbols = None\nrandom.seed(1)\nnp.random.seed(1)"
    )
    look = nbformat.v4.new_code_cell(
        "import os, random, sys\nassert 'MARK' not in os.environ and 'mark' not in sys.modules\n"
        f"assert os.listdir() == [] and os.listdir({sandbox.FOLDER!r}) == []"
    )
    first, second = (nbformat.from_dict(json.loads(json.dumps(solved))) for _ in range(2))
    first.cells.insert(2, mess)
    second.cells.insert(2, look)
    assert sum(points(score.score(nbformat.writes(first).encode(), source, LIMITS))) < 7
    after = score.score(nbformat.writes(second).encode(), source, LIMITS)
    assert points(after) == [3, 1, 2, 1] and after["troubles"] == []


@pytest.mark.usefixtures("sandboxed")
def test_the_preloaded_parent_holds_no_secret(source, solved):
    """Its memory, read from outside as only this account may, has nothing of tests or solutions."""
    score.score(nbformat.writes(solved).encode(), source, LIMITS)
    parent = sandbox.of_this_process().parents[False]
    secrets = [b"checks.cases(ref" + b"erence, *secret)", b"np.lins" + b"pace(-7.125"]
    told = source.sets[0].modules
    assert all(isinstance(name, str) and " " not in name for name in told)
    children = [parent.process.pid]
    for pid in children:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            children += map(int, task.read_text(encoding="utf-8").split())
    searched = 0
    for pid in children:
        try:
            maps, memory = (
                Path(f"/proc/{pid}/maps").read_text(encoding="utf-8"),
                open(f"/proc/{pid}/mem", "rb", 0),
            )
        except OSError:
            continue
        with memory:
            for line in maps.splitlines():
                place, rights, *_ = line.split()
                start, end = (int(x, 16) for x in place.split("-"))
                if rights.startswith("rw"):
                    with contextlib.suppress(OSError, OverflowError, ValueError):
                        memory.seek(start)
                        data = memory.read(end - start)
                        searched += len(data)
                        assert not any(secret in data for secret in secrets)
    if os.getuid() == 0:
        assert searched > 10**7


INSIDE = """
import ctypes, os, resource, socket
libc = ctypes.CDLL(None, use_errno=True)
def refused(f, *arguments):
    try:
        result = f(*arguments)
    except OSError:
        return True
    return result == -1
middle = [
    os.getuid() == 65534 and os.getgid() == 65534,
    refused(os.fork), refused(libc.syscall, 57), refused(libc.syscall, 0x40000000 + 57),
    refused(libc.syscall, 435, 0, 0), refused(libc.unshare, 0x10000000),
    refused(libc.ptrace, 0, 0, 0, 0), refused(libc.mount, b"a", folder.encode(), b"tmpfs", 0, None),
    refused(os.setuid, 0), refused(libc.setns, 0, 0),
    *(refused(open, f"{at}/a", "w") for at in ("", "/dev", "/dev/shm", "/usr", course)),
    refused(lambda: open(f"{folder}/a", "wb").write(bytes(10**8))),
    resource.getrlimit(resource.RLIMIT_AS) == (memory, memory),
    resource.getrlimit(resource.RLIMIT_CPU) == (13, 13),
    resource.getrlimit(resource.RLIMIT_FSIZE) == (8 * 2**20,) * 2,
    resource.getrlimit(resource.RLIMIT_NOFILE) == (64, 64),
    resource.getrlimit(resource.RLIMIT_CORE) == (0, 0),
    refused(socket.create_connection, ("127.0.0.1", port)),
    not os.path.exists("/home") and not os.path.exists("/etc/passwd"),
    not os.path.exists(f"{course}/sigmoids_book"), not os.path.exists(f"{course}/solutions"),
    not any(os.path.exists(f"{checkout}/{name}") for name in ("solutions", "tests", "sigmoids")),
    set(os.environ) <= {"PATH", "HOME", "TMPDIR", "LANG", "MPLBACKEND", "MPLCONFIGDIR", "PWD",
                        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                        "VECLIB_MAXIMUM_THREADS", "LC_CTYPE", "KMP_INIT_AT_FORK",
                        "KMP_DUPLICATE_LIB_OK"},
]
"""


def started(cold):
    """A child: a clone of this process's parent, or a new interpreter."""
    sandboxes = sandbox.Sandboxes(cold=True) if cold else sandbox.of_this_process()
    return sandboxes.start(("numpy",), LIMITS)


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
def test_what_the_sandbox_refuses(cold, answers_for_sale):
    child = started(cold)
    given = f"checkout, memory = {str(ROOT)!r}, {LIMITS.memory * 2**20}\n"
    given += f"course, folder = {sandbox.COURSE!r}, {sandbox.FOLDER!r}\n"
    given += f"port = {answers_for_sale['SOLD_AT_PORT']}\n"
    try:
        learner = protocol.Learner(protocol.Channel(child, LIMITS), lambda: 10, texts=True)
        assert learner.run(given + INSIDE) == kernel.Error()
        assert learner.name("middle").all(), learner.name("middle")
    finally:
        child.end()


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
def test_a_child_ends_although_it_does_all_to_stay(cold):
    child = started(cold)
    learner = protocol.Learner(protocol.Channel(child, LIMITS), lambda: 0.5, texts=True)
    with pytest.raises(protocol.Lost, match="still running"):
        learner.run(
            "import ctypes, signal, threading, time\nctypes.CDLL(None).prctl(1, 0)\n"
            "for n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n"
            "    except OSError: pass\n"
            "threading.Thread(target=time.sleep, args=(999,)).start()\nwhile True: pass"
        )
    began = time.monotonic()
    child.end()
    assert time.monotonic() - began < 60  # its thread sleeps for 999 s
    if cold:
        assert child.process.poll() is not None


@pytest.mark.usefixtures("sandboxed")
def test_where_no_clone_can_be_made_each_child_starts_cold(source, solved, monkeypatch):
    monkeypatch.setattr(sandbox.Preloaded, "clone", lambda self, limits: Mute())
    with sandbox.Sandboxes() as own:
        result = score.score(nbformat.writes(solved).encode(), source, LIMITS, sandboxes=own)
        assert result["points"] == 7
        assert own.parents == {False: None}


class Mute:
    input = output = -1

    def end(self):
        pass


def test_a_processor_without_a_known_filter_is_refused():
    with pytest.raises(sandbox.NoSandbox, match="riscv64"):
        sandbox.system_call_filter("riscv64")


# Numbers that differ: fork and vfork (none on aarch64), mount, ptrace, unshare, then read.
@pytest.mark.parametrize(
    ("machine", "audit", "refused", "clone", "read"),
    [
        ("x86_64", 0xC000003E, [57, 58, 165, 101, 272, 0x40000000 + 57, 0x40000000], 56, 0),
        ("aarch64", 0xC00000B7, [40, 117, 97], 220, 63),
    ],
)
def test_the_filter_refuses_processes_and_allows_threads(machine, audit, refused, clone, read):
    program = sandbox.system_call_filter(machine)
    eperm, enosys, allow, kill = 0x00050001, 0x00050026, 0x7FFF0000, 0x80000000
    assert {verdict(program, audit, number) for number in refused} == {eperm}
    assert verdict(program, audit, 435) == enosys  # clone3: then libc falls back to clone
    assert verdict(program, audit, clone, flags=0x11) == eperm
    assert verdict(program, audit, clone, flags=0x3D0F00) == allow  # as pthread_create does
    assert verdict(program, audit, read) == allow
    assert verdict(program, 0x40000003, read) == kill  # the calls of 32 bits


def as_ordinary_user(*words):
    """A command line that runs `words` without root's rights. Where the interpreter lies in a
    folder of root's, that folder is laid open in a mount namespace."""
    if os.getuid() != 0:
        return [*words]
    opened = ["bwrap", "--cap-add", "ALL", "--dev-bind", "/", "/"]
    places = {Path(p).resolve() for p in (sys.base_prefix, sys.prefix, ROOT)}
    closed = {f for p in places for f in p.parents if not f.stat().st_mode & stat.S_IXOTH}
    for folder in sorted(closed):
        opened += ["--tmpfs", str(folder)]
    for place in sorted(places):
        inner = [f for f in reversed(place.parents) if closed & set(f.parents)]
        for folder in inner:
            opened += ["--perms", "0755", "--dir", str(folder)]
        if closed & set(place.parents):
            opened += ["--ro-bind", str(place), str(place)]
    return [*opened, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]


@pytest.mark.usefixtures("sandboxed")
def test_it_works_as_an_ordinary_user(tmp_path, solved):
    program = (
        "import json, os, sys\nfrom pathlib import Path\n"
        "from sigmoids_book.grading import sandbox, score\n"
        "from sigmoids_book.grading.source import read_source\n"
        "source = read_source(Path(sys.argv[1]))\n"
        "data = sys.stdin.buffer.read()\n"
        "limits = sandbox.Limits(seconds=5, total=30)\n"
        "result = score.score(data, source, limits)\n"
        "cold = score.score(data, source, limits, sandboxes=sandbox.Sandboxes(cold=True))\n"
        "print(os.getuid(), sandbox.why_not(), result['points'], cold['points'])"
    )
    # A learner's function may not start a process, whoever scores.
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    cell = next(c for c in notebook.cells if c.id == "middle")
    cell.source = "import os\n" + cell.source + "\nif os.fork() == 0: os._exit(0)"
    words = as_ordinary_user(sys.executable, "-c", program, str(SMALL.parent))
    for given, right in ((solved, 7), (notebook, 7)):
        done = subprocess.run(
            words,
            input=nbformat.writes(given).encode(),
            capture_output=True,
            timeout=120,
            cwd="/",
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/"},
        )
        uid, *rest = done.stdout.decode().split()
        assert int(uid) != 0, done.stderr.decode()[-2000:]
        assert rest == [str(right)] * 2, done.stderr.decode()[-2000:]


@pytest.fixture(scope="module")
def course():
    return read_source(ROOT / "solutions", seed="tests")


SETS = [path.stem for path in notebooks.find(ROOT / "solutions")]


@pytest.fixture(scope="module")
def pool():
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@pytest.fixture(scope="module")
def of_course(sandboxed, course, pool):
    """Solutions, untouched exercises and some wrong answers of each set, scored."""
    jobs = {}
    for name in SETS:
        text = (ROOT / "solutions" / f"{name}.ipynb").read_text(encoding="utf-8")
        released = (ROOT / "exercises" / f"{name}.ipynb").read_bytes()
        jobs[name, "solution"] = pool.submit(score.score, text.encode(), course)
        jobs[name, "untouched"] = pool.submit(score.score, released, course)
        files = sorted((ROOT / "tests/wrong_answers" / name).rglob("*.py"))
        for path in random.Random(name).sample(files, 3):
            notebook = nbformat.reads(text, as_version=4)
            answers = {sets.nbgrader(c).get("grade_id"): c for c in notebook.cells}
            answers[path.parent.name].source = path.read_text(encoding="utf-8")
            jobs[name, path] = pool.submit(score.score, nbformat.writes(notebook).encode(), course)
    return {what: job.result() for what, job in jobs.items()}


@pytest.mark.parametrize("name", SETS)
def test_solutions_score_in_full_and_untouched_exercises_nothing(name, of_course):
    right, untouched = of_course[name, "solution"], of_course[name, "untouched"]
    assert (right["points"], right["troubles"]) == (right["possible"], []), right["questions"]
    assert right["possible"] > 0 and right["set"] == name
    assert untouched["points"] == 0 and untouched["set"] == name
    assert {q["status"] for q in untouched["questions"]} == {"unanswered"}


@pytest.mark.parametrize("name", SETS)
def test_wrong_answers_lose_the_checks_that_they_lose_in_the_notebook(name, of_course):
    for (of, path), result in of_course.items():
        if of == name and isinstance(path, Path):
            lost = {q["id"]: set(q["lost"]) for q in result["questions"]}
            meant = LOSES.findall(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))))
            assert lost[path.parent.name] == set(dict(meant)), path


def test_no_message_tells_which_value_is_right(of_course):
    told = [q["message"] for result in of_course.values() for q in result["questions"]]
    assert [message for message in told if " is right." in message] == []
    assert any(message.endswith(": that is not right.") for message in told)


ASKED = {  # checks in which `f` gives what is right
    "sigma-check": "checks.function(sigma, [(0.5, f(2.0)), (2.0, f(5.0))])",
    "sigma-more": "checks.function(sigma, [([0.5, 2.0], [f(2.0), f(5.0)])])",
    "middle-check": "checks.value('middle', middle, np.array([f(2.0), f(5.0)]))",
    "slope-check": "checks.expression('slope', slope, 'x', [(0.5, f(2.0)), (2.0, f(5.0))])",
    "height-check": "checks.function(height, [(0.5, f(2.0)), (2.0, f(5.0))])",
}


def asking(exercise, right):
    def question(q):
        asked = [c._replace(source=f"f = lambda y: {right}\n{ASKED[c.id]}") for c in q.checks]
        return q._replace(checks=tuple(asked))

    return exercise._replace(questions=tuple(map(question, exercise.questions)))


@pytest.mark.usefixtures("sandboxed")
def test_a_class_is_told_the_same_whatever_is_right(solved, source):
    """One submission, whose values are 2 and 5."""
    answers = {
        "sigma": "sigma = lambda x: 2 * x + 1",
        "middle": "middle = [2.0, 5.0]",
        "slope": "slope = 2 * sp.Symbol('x') + 1",
        "height": "def height(x):\n    raise ValueError('not answered yet, and 3 is right.')",
    }
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    for cell in notebook.cells:
        cell.source = answers.get(sets.nbgrader(cell).get("grade_id"), cell.source)
    data, small = nbformat.writes(notebook).encode(), source.sets[0]
    told = {name: set() for name in answers}
    for right in ("-y", "2 * y", "y + 1", "1 - y", "100 * y", "7 - y", "y**3 + 0.3"):
        exercise, released = asking(small.exercise, right), asking(small.released, right)
        changed = small._replace(exercise=exercise, released=released)
        result = score.score(data, source._replace(sets=(changed,)), LIMITS)
        for question in result["questions"]:
            told[question["id"]].add(question["message"])
            assert (question["points"], question["status"]) == (0, "wrong")
    assert {name: len(messages) for name, messages in told.items()} == dict.fromkeys(answers, 1)
    first, of_array = "`sigma(0.5)` gives 2", "`sigma([0.5, 2])`: element 0 is 2"
    assert told["sigma"] == {f"{first}: that is not right. {of_array}: that is not right."}


def found_in(folder, names=("small",)):
    places = list(collect.find([folder], names))
    return (
        [p for p in places if isinstance(p, collect.Found)],
        [p for p in places if isinstance(p, collect.Refused)],
    )


def class_of(folder, solved, count):
    """`count` right submissions, no two alike."""
    for n in range(count):
        notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
        notebook.metadata["learner"] = n
        (folder / f"learner{n}").mkdir(parents=True)
        nbformat.write(notebook, folder / f"learner{n}" / "small.ipynb")


@pytest.mark.usefixtures("sandboxed")
def test_a_batch_killed_in_the_middle_goes_on_and_scores_nothing_twice(tmp_path, solved, source):
    class_of(tmp_path / "in", solved, 12)
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from sigmoids_book.grading import batch, collect, sandbox, score\n"
        "from tests.support.submissions import Inline\nfolder, out = map(Path, sys.argv[1:])\n"
        "from sigmoids_book.grading.source import read_source\n"
        "source = read_source(Path('tests/submissions/solutions'), seed='tests')\n"
        "done = 0\n"
        "for _ in batch.grade(collect.find([folder], ['small']), out, source, sandbox.Limits(),"
        " Inline, at_once=1):\n"
        "    done += 1\n    if done == 5: os.kill(os.getpid(), 9)"
    )
    words = [sys.executable, "-c", program, str(tmp_path / "in"), str(tmp_path / "out")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    kept = list((tmp_path / "out/results").rglob("*.json"))
    assert len(kept) == 5
    kept[0].write_text("{", encoding="utf-8")  # as after a power cut: it is scored again
    for expected in (8, 0):
        Inline.calls = 0
        found, _ = found_in(tmp_path / "in")
        results = list(
            batch.grade(found, tmp_path / "out", source, sandbox.Limits(), Inline, at_once=1)
        )
        assert [r["points"] for _, r in results] == [7] * 12
        assert Inline.calls == expected


def test_another_source_or_limit_scores_anew(source, solved):
    data = nbformat.writes(solved).encode()
    same = kept.key(data, source, LIMITS, unsafe=False)
    assert same == kept.key(data, source, LIMITS, unsafe=False)
    for other in (
        kept.key(data + b" ", source, LIMITS, unsafe=False),
        kept.key(data, source._replace(checksum="0"), LIMITS, unsafe=False),
        kept.key(data, source, LIMITS._replace(seconds=3), unsafe=False),
        kept.key(data, source, LIMITS, unsafe=True),
    ):
        assert other != same


def die(*_, **__):
    os._exit(1)


@pytest.mark.usefixtures("sandboxed")
def test_a_worker_that_dies_costs_its_own_submission_alone(tmp_path, solved, source, monkeypatch):
    class_of(tmp_path / "in", solved, 2)
    found, _ = found_in(tmp_path / "in")

    class Fragile(ProcessPoolExecutor):
        def submit(self, f, data, *arguments, **options):
            hopeless = b'"learner": 1' in data
            return super().submit(die if hopeless else f, data, *arguments, **options)

    context = multiprocessing.get_context("spawn")
    results = dict(
        (one.learner, result)
        for one, result in batch.grade(
            found,
            tmp_path / "out",
            source,
            LIMITS,
            lambda: Fragile(1, mp_context=context),
            at_once=2,
        )
    )
    assert results["learner0"]["points"] == 7
    assert results["learner1"]["message"] == "The grader itself ended while it scored this."


def code_cell(**changed):
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "x", "outputs": []}
    return cell | {"execution_count": None} | changed


@pytest.mark.parametrize(
    "cells",
    [
        [code_cell(outputs=[{"output_type": "stream"}] * 1000)],
        [code_cell(metadata={"tags": list(range(1000))})],
        [code_cell(source=[1] * 1000)],
        [code_cell(attachments={str(n): 1 for n in range(1000)})],
        [code_cell()] * (submission.MOST_CELLS + 1),
    ],
    ids=["outputs", "tags", "source", "attachments", "cells"],
)
def test_nbformat_gets_no_more_than_scoring_reads(cells, source, monkeypatch):
    """It took minutes to say what is wrong with a hundred thousand outputs."""
    whole, given = judge.parse, []
    monkeypatch.setattr(judge, "parse", lambda c, p: given.append(c) or whole(c, p))
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    with pytest.raises(judge.Unreadable):
        submission.read(json.dumps(notebook).encode(), source)
    assert all(len(content) < 300 for content in given)


def zipped(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_learners_are_found_in_every_layout(tmp_path, solved):
    data = nbformat.writes(solved)
    inner = zipped(tmp_path / "inner.zip", {"work/small.ipynb": data}).read_bytes()
    folder = tmp_path / "all"
    for name in (
        "nbgrader/small/small.ipynb",
        "Jane Doe_4711_assignsubmission_file_/small.ipynb",
        "plain/deep/er/small (2).ipynb",
        "doejohn_LATE_12_345_small.ipynb",
        "ada.ipynb",
        "plain/.ipynb_checkpoints/small-checkpoint.ipynb",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(data, encoding="utf-8")
    (folder / "grace_99_100_all.zip").write_bytes(inner)
    (folder / "packed").mkdir()
    (folder / "packed/homework.zip").write_bytes(inner)
    found, refused = found_in(folder)
    assert refused == []
    who = {(one.learner, one.id) for one in found}
    assert who == {
        ("nbgrader", ""),
        ("Jane Doe", "4711"),
        ("plain", ""),
        ("doejohn", "12"),
        ("ada", ""),
        ("grace", "99"),
        ("packed", ""),
    }
    assert all(collect.content(one) == data.encode() for one in found)
    whole = zipped(
        tmp_path / "export.zip",
        {"Max_7_assignsubmission_file_/small.ipynb": data, "eva/eva.zip": inner},
    )
    found, _ = found_in(whole)
    assert {(one.learner, one.id) for one in found} == {("Max", "7"), ("eva", "")}
    assert all(collect.content(one) == data.encode() for one in found)
    (one,), _ = found_in(folder / "nbgrader")
    assert one.learner == "nbgrader"


def test_paths_links_and_bombs_are_left_out(tmp_path, solved, source):
    data = nbformat.writes(solved)
    folder = tmp_path / "in"
    (folder / "eve").mkdir(parents=True)
    (folder / "eve/link.ipynb").symlink_to(SMALL)
    (folder / "stolen").symlink_to(SMALL.parent)
    os.mkfifo(folder / "eve/pipe.ipynb")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    link = zipfile.ZipInfo("eve/link.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    slip = zipped(
        folder / "slip.zip",
        {
            "../../escaped.ipynb": data,
            "/abs.ipynb": data,
            "..\\..\\back.ipynb": data,
            link: "/etc/passwd",
        },
    )
    bomb = zipped(folder / "bomb.zip", {"bomb.ipynb": b"0" * (submission.LARGEST_NOTEBOOK * 3)})
    assert bomb.stat().st_size < 10**6 and slip.exists()
    found, refused = found_in(folder)
    assert len(refused) == 7, refused
    assert [one.learner for one in found] == ["bomb"]
    content = collect.content(found[0])
    assert len(content) == submission.LARGEST_NOTEBOOK + 1
    assert "larger than" in score.score(content, source, LIMITS)["message"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]


ODD = [
    "=HYPERLINK(1)",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "two\nlines",
    'a "quoted" name',
    "a, b",
    "<script>alert(1)</script>",
    "../../up",
    " leading",
    "ü" * 60,
    "\ud800",
    "\u202eright",
]


def graded_as(name, solved, source, identifier="", **changed):
    result = {
        **{"set": "small", "title": "Small", "points": 7, "possible": 7, "status": "scored"},
        **{"message": "", "troubles": [], "isolated": True, "seconds": 0.1},
        "questions": [
            {
                "id": q.id,
                "title": q.title,
                "points": q.points,
                "possible": q.points,
                "status": "right",
                "message": "",
                "lost": [],
            }
            for q in source.sets[0].exercise.questions
        ],
        **changed,
    }
    found = collect.Found(collect.label(name), identifier, "small.ipynb", ("small.ipynb",))
    return reports.Graded(found, result)


def test_names_do_no_harm_in_tables_pages_and_paths(tmp_path, solved, source):
    out = tmp_path / "out"
    alike = [graded_as("ann 1", solved, source), graded_as("ann", solved, source, "1")]
    reports.write_all(out, [*(graded_as(name, solved, source) for name in ODD), *alike])
    for name in ("grades.csv", "totals.csv"):
        rows = list(csv.reader(io.StringIO((out / name).read_text(encoding="utf-8"))))
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for row in rows for cell in row if cell)
        assert len({row[0] for row in rows}) == len(ODD) + 3
        assert len({len(row) for row in rows}) == 1
    pages = list((out / "feedback").rglob("*.html"))
    assert len(pages) == len(ODD) + 2
    for page in [*pages, out / "class.html"]:
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text and "http" not in text.replace("http-equiv", "")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def test_messages_of_learners_do_no_harm(tmp_path, source, solved):
    hostile = graded_as("eve", solved, source, troubles=["<script>alert(1)</script>"])
    hostile.result["questions"][0] |= {"message": "=cmd|' /C calc'!A0", "status": "wrong"}
    hostile.result["questions"][1] |= {"message": "<img src=x onerror=a()>", "status": "wrong"}
    reports.write_all(tmp_path, [hostile])
    assert ",'=cmd" in (tmp_path / "grades.csv").read_text(encoding="utf-8")
    for page in tmp_path.rglob("*.html"):
        assert "<script" not in page.read_text(encoding="utf-8") and "<img" not in page.read_text(
            encoding="utf-8"
        )


CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Old (1)
    Points Possible,,,,,10
"Doe, Jane",11,s11,jdoe,A,3
"Müller, Jörg",12,s12,jmueller,A,
"Smith, Ann",13,s13,asmith,A,
"Smith, Ann",14,s14,asmith2,B,
"""
MOODLE = """Identifier,Full name,Email address,Status,Grade
Participant 4711,Jane Doe,jane@example.org,,
Participant 4712,Jörg Müller,joerg@example.org,,
"""


@pytest.mark.parametrize(
    ("text", "learners", "expected", "unmatched"),
    [
        (
            CANVAS,
            [
                ("doejane", "11"),
                ("mullerjorg", ""),
                ("Ann Smith", ""),
                ("nobody", ""),
                ("whoever", "14"),
            ],
            {"11": "7", "12": "7", "13": "", "14": "7"},
            ["Ann Smith", "nobody"],
        ),
        (
            MOODLE,
            [("Jane Doe", "4711"), ("joerg", "")],
            {"Participant 4711": "7", "Participant 4712": "7"},
            [],
        ),
    ],
    ids=["canvas", "moodle"],
)
def test_totals_fit_the_import_of(text, learners, expected, unmatched, tmp_path, solved, source):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8-sig")
    roster = reports.read_roster(path)
    graded = [graded_as(name, solved, source, number) for name, number in learners]
    assert reports.write_all(tmp_path / "out", graded, roster) == sorted(unmatched)
    with open(tmp_path / "out" / f"{roster.kind}.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = "ID" if roster.kind == "canvas" else "Identifier"
    assert {row[key]: row["small"] for row in rows if row[key]} == expected
    if roster.kind == "canvas":
        assert rows[0]["Student"] == "Points Possible" and rows[0]["small"] == "7"
        assert list(rows[0])[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]


def test_a_roster_of_neither_kind_is_refused(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Student and ID for Canvas"):
        reports.read_roster(path)


def test_the_last_of_several_attempts_counts_and_not_the_best(solved, source):
    def attempt(name, points):
        one = graded_as("ann", solved, source, points=points)
        return one._replace(found=one.found._replace(steps=(name,)))

    tries = [attempt("small (2).ipynb", 3), attempt("small.ipynb", 7), attempt("small-1.ipynb", 5)]
    for order in (tries, tries[::-1]):
        assert [one.result["points"] for one in reports.counted(order)] == [3]


def invoke(*words):
    result = CliRunner().invoke(cli.app, ["grade", *map(str, words)])
    return result.exit_code, " ".join(result.output.split())


def test_without_a_sandbox_the_command_refuses_and_unsafe_marks(tmp_path, solved, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    class_of(tmp_path / "in", solved, 1)
    words = [tmp_path / "in", "--out", tmp_path / "out", "--solutions", SMALL.parent]
    code, text = invoke(*words)
    assert code == 2 and "Install the package `bubblewrap`" in text and "--unsafe" in text
    assert not (tmp_path / "out").exists()
    monkeypatch.setattr(command, "_executor", lambda *_: Inline)
    code, text = invoke(*words, "--unsafe")
    assert code == 0 and "without isolation" in text
    assert "Scored without isolation" in (tmp_path / "out/grades.csv").read_text(encoding="utf-8")
    assert (
        json.loads((tmp_path / "out/grades.json").read_text(encoding="utf-8"))[0]["isolated"]
        is False
    )
    for page in (tmp_path / "out").rglob("*.html"):
        assert "without isolation" in page.read_text(encoding="utf-8")


def test_on_another_system_a_container_or_wsl_is_named(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "WSL2" in sandbox.why_not() and "container" in sandbox.why_not()


def test_solutions_that_learners_could_read_are_refused(tmp_path, monkeypatch):
    shutil.copy(SMALL, tmp_path)
    monkeypatch.setattr(sandbox, "mounted", lambda: [tmp_path.parent])
    with pytest.raises(ValueError, match="learners' code can read"):
        read_source(tmp_path)


def test_what_learners_code_sees_of_the_course_holds_no_answer():
    course = sandbox.packed_course()
    assert (course / "sigmoids/checks.py").exists() and (course / "sigmoids/data").is_dir()
    assert not list(course.rglob("*.ipynb"))
    assert not (course / "sigmoids_book/grading").exists()
    # A child needs no more than NumPy before the first cell.
    for name in ("child.py", "preload.py"):
        imports = {
            line.split()[1]
            for line in (course / name).read_text(encoding="utf-8").splitlines()
            if line.startswith("import ")
        }
        assert imports <= {*sys.stdlib_module_names, "numpy", "child"}


# Of the trusted modules those that turn text into code, or start a program. The text is the
# course's own; what comes from a learner's process, or file, stays data.
POWERS = {
    "sandbox_kernel": {"compile", "exec"},
    "messages": {"ast"},
    "source": {"ast"},
    "sandbox": {"socket", "subprocess"},
    "workers": {"multiprocessing"},
}
BUILTINS = {"exec", "eval", "compile", "__import__"}
MODULES = {"ast", "code", "ctypes", "importlib", "marshal", "multiprocessing", "pickle", "runpy"}
MODULES |= {"shelve", "socket", "subprocess", "sympy", "torch", "urllib", "IPython", "nbclient"}


def powers(source):
    """What the code uses of BUILTINS and MODULES; `type` where it makes a class on the way."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield from {node.id} & BUILTINS
        elif isinstance(node, ast.Import):
            names = {n.name.split(".")[0] for n in node.names if n.name != "importlib.metadata"}
            yield from names & MODULES
        elif isinstance(node, ast.ImportFrom):
            yield from {node.module.split(".")[0]} & MODULES
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "type" and node.args[1:]:
            yield "type"


@pytest.mark.parametrize(
    ("code", "power"),
    [
        ("eval(reply['value'])", "eval"),
        ("import pickle", "pickle"),
        ("from sympy import sympify", "sympy"),
        ("type(named, (Exception,), {})", "type"),
        ("def f():\n    import importlib.util", "importlib"),
    ],
)
def test_a_power_is_seen(code, power):
    assert {*powers(code)} == {power}


def test_what_a_learner_sends_becomes_neither_code_nor_a_class():
    modules = {
        p for p in sandbox.HERE.glob("*.py") if p.stem not in ("__init__", "child", "preload")
    }
    assert {"protocol", "score", "submission", "collect"} <= {path.stem for path in modules}
    used = {path.stem: {*powers(path.read_text(encoding="utf-8"))} for path in modules}
    assert {name: found for name, found in used.items() if found} == POWERS


class Fake:
    """A process that gives one answer, whatever is asked."""

    def __init__(self, answer):
        theirs, self.input = os.pipe()
        self.output, self.reply = os.pipe()
        self.answer = answer
        self.threads = lambda: 1
        threading.Thread(target=self.serve, args=(theirs,), daemon=True).start()

    def serve(self, requests):
        os.read(requests, 2**16)
        if self.answer is not None:
            with contextlib.suppress(OSError), open(self.reply, "wb") as out:
                out.write(self.answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b'{"n": 2, "is": "none"}\n', "a reply to another request"),
        (b'{"n": true, "is": "none"}\n', "what is no reply"),
        (b'{"is": "none"}\n', "what is no reply"),
        (b"[1]\n", "what is no reply"),
        (b"\xff\xfe\n", "what is no reply"),
        (b"[" * 10**5 + b"\n", "what is no reply"),
        (b'{"n": 1}\n{"n": 2}\n', "more than one reply"),
        (b"x" * (sandbox.Limits().reply * 2**20 + 1), "more than 4 MB"),
        (b'{"n": 1, "is"', "ended Python"),
        (b"", "ended Python"),
        (None, "still running after 0.3 s"),
    ],
)
def test_a_reply_is_doubted(answer, said):
    with pytest.raises(protocol.Lost, match=said):
        protocol.Channel(Fake(answer), LIMITS).ask(0.3, do="describe", name="x")


def test_what_nobody_asked_for_ends_the_process():
    process = Fake(b'{"n": 1, "is": "none"}\n')
    channel = protocol.Channel(process, LIMITS)
    assert channel.ask(5, do="run", source="") == {"n": 1, "is": "none"}
    process = Fake(None)
    os.write(process.reply, b'{"n": 1, "is": "none"}\n')
    with pytest.raises(protocol.Lost, match="nobody asked for"):
        protocol.Channel(process, LIMITS).ask(0.3, do="run", source="")


@pytest.mark.parametrize(
    "reply",
    [
        {"dtype": "|O", "shape": [1], "values": [1]},
        {"dtype": "<f8", "shape": [2], "values": [1.0]},
        {"dtype": "<f8", "shape": [-1], "values": [1.0]},
        {"dtype": "<f8", "shape": [True], "values": [1.0]},
        {"dtype": "<f8", "shape": 1, "values": [1.0]},
        {"dtype": "<f8", "shape": [1], "values": ["1"]},
        {"dtype": "<f8", "shape": [1], "values": [{"a": 1}]},
        {"dtype": "<i8", "shape": [1], "values": [1.5]},
        {"dtype": "|i1", "shape": [1], "values": [300]},
        {"dtype": "<U9999", "shape": [1000], "values": ["a"] * 1000},
        {"dtype": "<U99999", "shape": [1], "values": ["a"]},
        {"dtype": "<c16", "shape": [1], "values": [1.0]},
        {"dtype": ["<f8"], "shape": [1], "values": [1.0]},
        {"dtype": "<f8", "shape": [0] * 33, "values": []},
        {"dtype": "<f8", "shape": [1]},
    ],
)
def test_an_array_is_doubted(reply):
    learner = protocol.Learner(None, None, texts=True)
    with pytest.raises(protocol.Lost, match="no reply"):
        learner.value({"is": "array", **reply})
    right = {"is": "array", "dtype": "<f4", "shape": [1, 1], "values": [0.5]}
    assert learner.value(right).tolist() == [[0.5]]


@pytest.mark.usefixtures("sandboxed")
def test_what_is_no_plain_number_crosses_the_border_with_its_reason():
    child = sandbox.Cold(LIMITS)
    answers = """
import decimal, fractions
import numpy as np
import sympy as sp
third = fractions.Fraction(1, 3)
thirds = [sp.Rational(1, 3), decimal.Decimal(1) / 3, third]
log = 2 * sp.log(9)
masked = np.ma.masked_array([1.0, 2.0], [True, False])
pair = (np.ones(2), 3.0)
rows = [[1], [1, 2]]
letter = sp.Symbol("x")
def doubled(a, x):
    x *= 2
    return x
def double(a, x):
    return 2 * x
things = {}
class Mine(Exception): pass
def raising(x):
    raise Mine("too bad")
"""
    try:
        learner = protocol.Learner(protocol.Channel(child, LIMITS), lambda: 10, texts=True)
        assert learner.run(answers) == kernel.Error()
        checks.value("third", learner.name("third"), 1 / 3)
        checks.value("thirds", learner.name("thirds"), np.full(3, 1 / 3))
        checks.value("log", learner.name("log"), 2 * np.log(9))
        checks.expression("log", learner.name("log"), "x", [(1.0, 2 * np.log(9))])
        checks.function(learner.name("double"), [(1.0, [1.0, 2.0], [2.0, 4.0])])
        for name, said in (
            ("masked", "has masked numbers"),
            ("pair", "is a tuple of an array of 2 and one number."),
            ("rows", "its rows have different lengths"),
            ("letter", "is an object of sympy"),
        ):
            with pytest.raises(checks.Wrong, match=said):
                checks.value(name, learner.name(name), 1.0)
        for name, said in (("pair", "of type tuple; a SymPy"), ("things", "of type dict; a SymPy")):
            with pytest.raises(checks.Wrong, match=said):
                checks.expression(name, learner.name(name), "x", [(1.0, 1.0)])
        with pytest.raises(checks.Wrong, match=r"is an object of type dict\. Wanted: numbers\."):
            checks.value("things", learner.name("things"), 1.0)
        with pytest.raises(checks.Wrong, match="stops with Mine: too bad"):
            checks.function(learner.name("raising"), [(1.0, 1.0)])
        assert float(learner.name("log")) == 2 * np.log(9)
        with pytest.raises(checks.Wrong, match="writes into its second argument"):
            checks.function(learner.name("doubled"), [(1.0, [1.0, 2.0], [2.0, 4.0])])
    finally:
        child.end()


@pytest.mark.parametrize(
    "reply",
    [
        {"is": "odd", "kind": "pickle", "type": "x", "shapes": []},
        {"is": "odd", "kind": ["list"], "type": "x", "shapes": []},
        {"is": "odd", "kind": "tuple", "type": "x", "shapes": []},
        {"is": "odd", "kind": "list", "type": "x", "shapes": [[-1], [2]]},
        {"is": "odd", "kind": "list", "type": "x", "shapes": [["1"], [2]]},
        {"is": "odd", "kind": "list", "type": "x", "shapes": [[1]] * 11},
        {"is": "odd", "kind": "list", "type": "x", "shapes": [[1] * 33, [1]]},
        {"is": "odd", "kind": "list", "type": "x", "shapes": 3},
        {"is": "odd", "kind": "masked"},
        {"is": "overwritten", "argument": -1},
        {"is": "overwritten", "argument": "0"},
        {"is": "overwritten"},
        {"is": "sympy", "type": "Float", "number": "1"},
        {"is": "sympy", "type": "Float", "number": True},
        {"is": "sympy", "type": "Float"},
        {"is": "plain", "value": [1]},
        {"is": "plain", "value": {"__class__": "x"}},
        {"is": "plain"},
        {"is": "plain", "value": 2**63},
        {"is": ["plain"]},
        {"is": "pickle", "value": "x"},
        {"is": "error", "type": 3},
        {},
    ],
)
def test_a_value_is_doubted(reply):
    with pytest.raises(protocol.Lost, match="no reply"):
        protocol.Learner(None, None, texts=True).value(reply)


def test_errors_keep_their_kind_and_lose_their_words_where_hidden_tests_run():
    learner = protocol.Learner(None, None, texts=True)
    for kind, text in (("OverflowError", "too large"), ("Mine", "x"), ("__import__('os')", "x")):
        with pytest.raises(Exception, match=text) as caught:
            learner.value({"is": "error", "type": kind, "text": text})
        assert answers.type_name(caught.value) == (kind if kind.isidentifier() else "unknown")
    learner.texts = False
    with pytest.raises(OverflowError) as caught:
        learner.value({"is": "error", "type": "OverflowError", "text": "secret"})
    assert str(caught.value) == ""


def test_a_request_may_take_what_is_left_of_both_deadlines(source):
    def seconds(left):
        until = time.monotonic() + left
        of_set = source.sets[0]
        kernel = sandbox_kernel.SandboxKernel(of_set, LIMITS, None, until, {}, texts=False)
        return kernel.seconds()

    assert seconds(100) == LIMITS.seconds
    assert 0 < seconds(0.5) <= 0.5
    with pytest.raises(protocol.Lost, match="the notebook's 12 s are over"):
        seconds(-1)


@pytest.mark.usefixtures("sandboxed")
def test_a_cluster_gives_the_same(tmp_path, solved, source):
    from distributed import Client, LocalCluster

    class_of(tmp_path / "in", solved, 3)
    found, _ = found_in(tmp_path / "in")
    options = {"threads_per_worker": 1, "dashboard_address": None}
    with LocalCluster(n_workers=1, processes=True, **options) as cluster, Client(cluster) as client:
        results = list(
            batch.grade(
                found,
                tmp_path / "out",
                source,
                LIMITS,
                lambda: client.get_executor(pure=False),
                at_once=8,
            )
        )
    assert [r["points"] for _, r in results] == [7] * 3
