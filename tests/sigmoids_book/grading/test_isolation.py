"""What stands around the sandbox: the folder of the command, the processes, what they share.

test_grading.py shows that no submission forges, reads or stalls; here each wall is tried by
itself, with code that would get through without it.
"""

import contextlib
import csv
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import numpy as np
import pytest

from sigmoids_book import grading, kernel
from sigmoids_book.grading import protocol, sandbox, score
from sigmoids_book.grading.source import read_source
from tests.support import ROOT
from tests.support.submissions import SMALL
from tests.support.system_calls import verdict

LIMITS = sandbox.Limits(seconds=2, total=20, memory=700)
# What Python, the command and its workers import, and what installations may add.
SHADOWS = {
    *sys.stdlib_module_names,
    *("numpy", "sympy", "nbformat", "typer", "rich", "jinja2", "matplotlib", "IPython", "zmq"),
    *("sitecustomize", "usercustomize", "jsonschema", "fastjsonschema", "traitlets", "distributed"),
}
COMMANDS = {
    "script": [str(Path(sys.executable).with_name("sigmoids"))],
    "module": [sys.executable, "-m", "sigmoids_book"],
    "its module": [sys.executable, "-m", "sigmoids_book.cli"],
    "text": [sys.executable, "-c", "from sigmoids_book.cli import main; main()"],
}


def imported_by_python(folder):
    """What `python -m` imports from the current folder before a line of any module has run."""
    (folder / "look.py").write_text("import sys; print(*sys.modules)", encoding="utf-8")
    words = [sys.executable, "-m", "look"]
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def trap(tmp_path_factory, blank):
    """A folder as learners may have filled it: an untouched set among modules that would run."""
    folder = tmp_path_factory.mktemp("submitted")
    nbformat.write(blank, folder / "small.ipynb")
    (folder / "matplotlibrc").write_text("backend: module://trap\n", encoding="utf-8")
    (folder / "python").mkdir()
    by_python = imported_by_python(folder / "python")
    assert len(SHADOWS - by_python) > 200 and not by_python & {"socket", "json", "multiprocessing"}
    for name in SHADOWS - by_python:
        (folder / f"{name}.py").write_text(
            f"open({str(folder / 'ran')!r}, 'a').write('{name}\\n')\nraise ImportError('a trap')\n",
            encoding="utf-8",
        )
    return folder


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("place", ["/course", "/work"])
def test_marks_do_not_depend_on_where_the_course_is_installed(place, tmp_path):
    """Below the names that the sandbox's folders have where the disk has none of them."""
    words = [shutil.which("bwrap"), *(["--cap-add", "ALL"] if os.geteuid() == 0 else [])]
    for path in (p for p in Path("/").iterdir() if str(p) != place):
        words += ["--symlink", os.readlink(path)] if path.is_symlink() else ["--dev-bind", path]
        words.append(path)
    words += ["--bind", sys.prefix, f"{place}/venv", "--bind", ROOT, f"{place}/repository"]
    words += ["--setenv", "PYTHONPATH", f"{place}/repository", "--chdir", tmp_path]
    (tmp_path / "ann").mkdir()
    shutil.copy(ROOT / "solutions/python.ipynb", tmp_path / "ann")
    words += [
        f"{place}/venv/bin/python",
        "-c",
        "from sigmoids_book.cli import main; main()",
        "grade",
    ]
    words += ["ann", "--out", "out", "--solutions", f"{place}/repository/solutions", "--jobs", "1"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=240)
    assert done.returncode == 0, done.stderr
    (result,) = json.loads((tmp_path / "out/grades.json").read_text(encoding="utf-8"))
    assert result["points"] == result["possible"] > 10, result


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_runs_from_the_folder_of_the_submissions(command, jobs, trap):
    out = trap / f"grades-{command}-{jobs}"
    words = [*COMMANDS[command], "grade", ".", "--out", str(out), "--jobs", str(jobs)]
    words += ["--solutions", str(SMALL.parent)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(words, cwd=trap, env=environment, capture_output=True, encoding="utf-8")
    ran = trap / "ran"
    assert not ran.exists(), sorted(set(ran.read_text(encoding="utf-8").split()))
    assert done.returncode == 0, done.stderr
    assert [r["points"] for r in json.loads((out / "grades.json").read_text(encoding="utf-8"))] == [
        0
    ]


def test_empty_and_relative_places_to_import_from_are_closed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.setenv("PYTHONSAFEPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "lib", str(tmp_path / "link"), "/opt"]))
    grading.close_current_folder()
    assert os.environ["PYTHONPATH"] == os.pathsep.join([str(tmp_path / "lib"), "/opt"])
    assert os.environ["PYTHONSAFEPATH"] == "1"
    monkeypatch.chdir(ROOT)
    assert grading.without_current_folder([str(ROOT)]) == [str(ROOT)]


def test_no_program_of_the_current_folder_is_taken_for_bubblewrap(tmp_path, monkeypatch):
    (tmp_path / "bwrap").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "/nowhere"]))
    with pytest.raises(sandbox.NoSandbox, match="not installed"):
        sandbox.bubblewrap(tmp_path, LIMITS)


class Runs:
    """Code in a child, and the value of its name `seen`."""

    def __init__(self, cold, seconds=5.0):
        sandboxes = sandbox.Sandboxes(cold=True) if cold else sandbox.of_this_process()
        self.child = sandboxes.start(("numpy",), LIMITS)
        channel = protocol.Channel(self.child, LIMITS)
        self.learner = protocol.Learner(channel, lambda: seconds, texts=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.end()

    def seen(self, code):
        assert self.learner.run(FIRST + code) == kernel.Error(), code
        return self.learner.name("seen")


FIRST = """
import ctypes, fcntl, os, signal, socket, struct, threading, time
libc = ctypes.CDLL(None, use_errno=True)
def tried(f, *arguments):
    try:
        return f(*arguments)
    except OSError:
        return -1
library = os.open(ctypes.__file__, os.O_RDONLY)
"""
IN_TIME_WAIT = """
def connect():
    listening = socket.create_server(("127.0.0.1", 47210))
    there = socket.create_connection(("127.0.0.1", 47210))
    listening.accept()[0].close(); there.close(); listening.close()
tried(connect)
"""
# What one child leaves, where the next would find it, and what it sees where nothing is there.
LEFT = {
    "port": (IN_TIME_WAIT, "seen = tried(socket.socket) == -1"),
    "device": ("os.utime('/dev/null', (77, 77))", "seen = os.stat('/dev/null').st_mtime != 77"),
    "mode": (
        "os.chmod('/dev/full', 0o644)",
        "seen = os.stat('/dev/full').st_mode & 0o777 == 0o666",
    ),
    "terminals": (
        "tried(os.utime, '/dev/pts', (77, 77))",
        "seen = os.stat('/dev/pts').st_mtime != 77",
    ),
    "hint": (
        "tried(fcntl.fcntl, library, 1036, struct.pack('Q', 4))",
        "seen = fcntl.fcntl(library, 1035, bytes(8)) != struct.pack('Q', 4)",
    ),
    "memory": ("libc.shmget(4711, 100, 0o1777)", "seen = libc.shmget(4711, 100, 0o1777) == -1"),
    "semaphores": ("libc.semget(4711, 100, 0o1777)", "seen = libc.semget(4711, 9, 0o1777) == -1"),
    "queue": (
        "libc.mq_open(b'/a', 0o102, 0o777, 0)",
        "seen = libc.mq_open(b'/a', 66, 511, 0) == -1",
    ),
    "file": ("open('a', 'w').close()", "seen = not os.path.exists('a')"),
    "priority": (
        "tried(os.setpriority, 1, 0, 9)",
        f"seen = os.getpriority(0, 0) == {os.getpriority(os.PRIO_PROCESS, 0)}",
    ),
    "processors": (
        "tried(os.sched_setaffinity, 0, [0])",
        "seen = tried(os.sched_setaffinity, 0, [0]) == -1",
    ),
    "log": ("", "seen = libc.klogctl(3, ctypes.create_string_buffer(99), 99) == -1"),
    "load": ("", "seen = libc.sysinfo(ctypes.create_string_buffer(999)) == -1"),
}


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
@pytest.mark.parametrize("what", LEFT)
def test_nothing_is_left_for_the_next(what, cold):
    leave, look = LEFT[what]
    with Runs(cold) as first:
        first.seen(f"{leave}\nseen = True")
    with Runs(cold) as second:
        assert second.seen(look) is True


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
def test_no_lock_tells_another_child(cold):
    """Both are alive, and both can read the interpreter's files."""
    with Runs(cold) as first, Runs(True) as second:
        assert first.seen("seen = tried(fcntl.flock, library, fcntl.LOCK_EX) == -1") is True
        assert second.seen("seen = tried(fcntl.flock, library, fcntl.LOCK_EX) == -1") is True
        lock = "struct.pack('hhqqi', fcntl.F_RDLCK, 0, 0, 0, 0)"
        assert (
            first.seen(f"seen = tried(fcntl.fcntl, library, fcntl.F_SETLK, {lock}) == -1") is True
        )


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
@pytest.mark.parametrize("number", ["SIGKILL", "SIGSTOP", "SIGTERM"])
def test_a_signal_reaches_no_neighbour(number, cold):
    Runs(cold).child.end()
    parents = sandbox.of_this_process().parents
    parent = parents.get(False)
    with Runs(cold, seconds=1) as first, pytest.raises(protocol.Lost):
        first.seen(
            f"libc.prctl(1, 0)\nfor who in (0, -1, os.getppid()):\n"
            f"    tried(os.kill, who, signal.{number})\n"
            f"tried(os.killpg, os.getpgrp(), signal.{number})\nseen = time.sleep(9)"
        )
    began = time.monotonic()
    with Runs(cold) as second:
        assert second.seen("seen = True") is True
    assert time.monotonic() - began < 60  # a signalled parent would stall the next for 120 s
    assert cold or parents[False] is parent


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
def test_threads_are_counted_from_outside(cold):
    with Runs(cold) as child, pytest.raises(protocol.Lost, match="more than 200 threads"):
        child.seen(
            "threading.stack_size(2**15)\nfor _ in range(6000):\n"
            "    try:\n"
            "        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
            "    except RuntimeError:\n"  # no memory for more: until it is seen how many there are
            "        time.sleep(0.01)\nseen = True"
        )
    with Runs(cold) as child:
        few = "a = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(4)]\n"
        few += "for thread in a: thread.start()\nfor thread in a: thread.join()\nseen = True"
        assert child.seen(few) is True


@pytest.mark.parametrize(("machine", "audit"), [("x86_64", 0xC000003E), ("aarch64", 0xC00000B7)])
def test_the_filter_refuses_each_call_of_the_list(machine, audit):
    program = sandbox.system_call_filter(machine)
    with open(sandbox.HERE / "refused_calls.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row[machine]]
    assert len(rows) > 60 and all(row["why"] for row in rows)
    for row in rows:
        expected = 0x00050000 | int(row["errno"])
        assert verdict(program, audit, int(row[machine])) == expected, row
    fcntl_number = {"x86_64": 72, "aarch64": 25}[machine]
    names = ("F_GETLK", "F_SETLK", "F_SETLKW", "F_SETLEASE", "F_NOTIFY")
    for command in (*(getattr(fcntl, name) for name in names), 1036, 1038):
        assert verdict(program, audit, fcntl_number, command=command) == 0x00050001
    for command in (fcntl.F_GETFL, fcntl.F_SETFL, fcntl.F_DUPFD, 1030):
        assert verdict(program, audit, fcntl_number, command=command) == 0x7FFF0000


# How a function may tell what it was given in a test that learners do not see, x its first number.
TELLS = {
    "class of its own": "raise type('H' + str(x).replace('-', 'm'), (Exception,), {})",
    "one of Python's": "raise [ValueError, TypeError, KeyError, OSError, EOFError][int(x * 8) % 5]",
    "text": "raise ValueError(str(x))",
    "type": "return type('H' + str(int(abs(x) * 1000)), (), {})()",
    "type of Python's": "return [{}, set(), b'', object(), len][int(x * 8) % 5]",
    "value": "return x",
    "shape": "return np.zeros(int(abs(x)))",
    "dtype": "return np.zeros(15, ['f4', 'i1', 'U3', '?', 'f2'][int(x * 8) % 5])",
    "end": "import os; os._exit(int(abs(x)))",
    "kind of end": "import os, time; os.abort() if int(x * 8) % 4 else time.sleep(99)",
    "cell": "at.append(int(abs(x * 8)) % 9)",
    "later": "at.append(int(abs(x * 8)) % 9); raise ValueError",
}
CELL = "import os\nif at and at[0] == {0}: os._exit({0})"


def telling(solved, how):
    """Right in what learners see; elsewhere it tells. Nine cells may end Python."""
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    cell = next(c for c in notebook.cells if c.id == "sigma")
    cell.source = (
        "at = []\ndef sigma(x):\n    a = np.asarray(x, dtype=float)\n    x = float(a.ravel()[0])\n"
        f"    if a.size not in (1, 2, 3) or x == 17.0625:\n        {TELLS[how]}\n"
        "    return np.exp(-np.logaddexp(0, -a))"
    )
    after = notebook.cells.index(next(c for c in notebook.cells if c.id == "sigma-more")) + 1
    notebook.cells[after:after] = [nbformat.v4.new_code_cell(CELL.format(n)) for n in range(9)]
    return nbformat.writes(notebook).encode()


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """The small set with three first numbers of a test that is not shown."""
    found = []
    for number in ("-7.125", "-6.25", "-5.5"):
        folder = tmp_path_factory.mktemp("source")
        text = SMALL.read_text(encoding="utf-8")
        assert "np.linspace(-7.125," in text
        changed = text.replace("np.linspace(-7.125,", f"np.linspace({number},")
        (folder / "small.ipynb").write_text(changed, encoding="utf-8")
        found.append(read_source(folder))
    return found


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("how", TELLS)
def test_feedback_is_the_same_whatever_the_hidden_inputs_are(how, sources, solved):
    submission, told = telling(solved, how), set()
    for of_source in sources:
        result = score.score(submission, of_source, LIMITS)
        shown = [{k: v for k, v in q.items() if k != "lost"} for q in result["questions"]]
        told.add(json.dumps([result["troubles"], shown]))
        assert how == "cell" or result["points"] < 7
    assert len(told) == 1, told


def descendants(pid):
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="utf-8").split():
                yield int(child)
                yield from descendants(int(child))


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cells", ["while True: pass", "import time\ntime.sleep(99)"])
@pytest.mark.parametrize("victim", ["command", "worker"])
@pytest.mark.parametrize("unsafe", [False, True], ids=["sandbox", "unsafe"])
def test_no_process_lives_longer_than_who_started_it(victim, cells, unsafe, tmp_path, solved):
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    notebook.cells.insert(1, nbformat.v4.new_code_cell(cells))
    nbformat.write(notebook, tmp_path / "small.ipynb")
    words = [*COMMANDS["module"], "grade", str(tmp_path), "--out", str(tmp_path / "out")]
    words += ["--jobs", "1", "--solutions", str(SMALL.parent), "--timeout", "60"]
    words += ["--unsafe"] * unsafe
    null = subprocess.DEVNULL
    command = subprocess.Popen(words, cwd=ROOT, stdout=null, stderr=null)
    try:
        until = time.monotonic() + 60
        # bubblewrap twice, the parent, who keeps the child, and the child.
        program, count = (b"child.py", 1) if unsafe else (b"preload.py", 5)
        while sum(program in name(pid) for pid in descendants(command.pid)) < count:
            assert time.monotonic() < until and command.poll() is None
            time.sleep(0.1)
        time.sleep(2)  # the cell runs
        started = set(descendants(command.pid))
        workers = [pid for pid in started if b"spawn_main" in name(pid)]
        ended = command.pid if victim == "command" else workers[0]
        below = started if victim == "command" else set(descendants(ended))
        assert len(workers) == 1 and len(below) >= count
        os.kill(ended, signal.SIGKILL)
        if victim == "command":
            command.wait()
        until = time.monotonic() + 30  # half of the time that a cell may take
        while (left := {pid: name(pid) for pid in below if name(pid)}) and time.monotonic() < until:
            time.sleep(0.1)
        assert left == {}
    finally:
        command.kill()
        command.wait()


def name(pid):
    """A living process's words; empty for one that has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def at_place(place, *words):
    """A command line that runs `words` where Python and the course lie in `place`."""
    top = Path(*Path(place).parts[:2])
    opened = ["bwrap", "--cap-add", "ALL"]
    for path in sorted(Path("/").iterdir()):
        if path == top and top != Path("/dev"):
            continue
        if path.is_symlink():
            opened += ["--symlink", os.readlink(path), str(path)]
        else:
            opened += ["--dev-bind", str(path), str(path)]
    if place.startswith("/dev/"):
        opened += ["--tmpfs", "/dev/shm"]
    for inner, outer in (("python", sys.prefix), ("course", ROOT)):
        opened += ["--ro-bind", str(outer), f"{place}/{inner}"]
    return [
        *opened,
        "--setenv",
        "PYTHONPATH",
        f"{place}/course",
        f"{place}/python/bin/python",
        *words,
    ]


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("cold", [False, True], ids=["preloaded", "cold"])
@pytest.mark.parametrize(
    "place", ["/work/a", "/course", "/dev/shm/a", "/opt/with a space/é", "/sandbox/work"]
)
def test_it_scores_wherever_it_is_installed(place, cold, solved):
    """Also below names that the sandbox's folders have elsewhere, with what is imported late."""
    notebook = nbformat.from_dict(json.loads(json.dumps(solved)))
    late = "import matplotlib.backends.backend_agg, scipy.optimize, sigmoids.figures.style"
    notebook.cells.insert(3, nbformat.v4.new_code_cell(late))
    program = (
        "import sys\nfrom pathlib import Path\nfrom sigmoids_book.grading import sandbox, score\n"
        "from sigmoids_book.grading.source import read_source\n"
        "data, source = sys.stdin.buffer.read(), read_source(Path(sys.argv[1]))\n"
        f"with sandbox.Sandboxes(cold={cold}) as own:\n"
        "    result = score.score(data, source, sandbox.Limits(seconds=30), sandboxes=own)\n"
        "print(sys.prefix, sandbox.why_not(), result['points'], result['troubles'])"
    )
    words = at_place(place, "-c", program, f"{place}/course/tests/submissions/solutions")
    given = nbformat.writes(notebook).encode()
    done = subprocess.run(words, input=given, capture_output=True, timeout=200, cwd="/")
    assert done.stdout.decode() == f"{place}/python  7 []\n", done.stderr.decode()[-2000:]


@pytest.mark.usefixtures("sandboxed")
def test_what_the_sandbox_does_not_see_is_named(monkeypatch):
    libraries = Path(np.__file__).parents[1]
    monkeypatch.setattr(
        sandbox,
        "bubblewrap",
        lambda *a, whole=sandbox.bubblewrap: [*whole(*a), "--tmpfs", str(libraries)],
    )
    assert "No module named 'numpy'" in sandbox.why_not()
    assert "python -m venv" in sandbox.why_not()


def test_a_mixed_batch_has_one_parent_more_and_not_one_for_each_set(monkeypatch):
    started = []

    class Parent:
        def __init__(self, modules, limits):
            self.modules = modules
            started.append(modules)

        def serves(self, modules):
            return set(modules) <= set(self.modules)

        def clone(self, limits):
            return contextlib.nullcontext()

        def end(self):
            pass

    monkeypatch.setattr(sandbox, "Preloaded", Parent)
    monkeypatch.setattr(sandbox, "answers", lambda child: True)
    monkeypatch.setattr(contextlib.nullcontext, "end", lambda self: None, raising=False)
    together, sandboxes = ("a", "b", "c"), sandbox.Sandboxes()
    for modules in (("a",), ("a",), ("b",), ("c",), ("a", "c")):
        sandboxes.start(modules, LIMITS, together)
    assert started == [("a",), ("a", "b", "c")]
