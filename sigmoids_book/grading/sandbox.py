"""Start the learner's side where it can do no harm: bubblewrap, a system call filter, limits."""

import atexit
import contextlib
import csv
import functools
import json
import os
import platform
import select
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sigmoids import checks, datasets
from sigmoids_book import kernel
from sigmoids_book.grading.limits import MB, Limits

HERE, SHARED = Path(__file__).parent, Path(checks.__file__).parent


def _of_no_disk(name: str) -> str:
    """A place that is not there yet: mounted over, an installation below it would vanish."""
    while os.path.lexists(name):
        name += "_"
    return name


# In the sandbox; FOLDER alone can be written to.
COURSE, FOLDER = _of_no_disk("/course"), _of_no_disk("/work")
LIBRARIES = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib")
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": FOLDER,
    "TMPDIR": FOLDER,
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": FOLDER,
    **kernel.ONE_THREAD,
}
PATIENCE = 120  # seconds for imports, and for a child's end


class NoSandbox(RuntimeError):
    """Learners' code cannot be isolated on this machine; the message says what to do."""


# Both: include/uapi/linux/audit.h, arch/x86/entry/syscalls/syscall_64.tbl, and
# include/uapi/asm-generic/unistd.h; `refused_calls.csv` has the calls' numbers and why each goes.
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE, _FCNTL = {"x86_64": 56, "aarch64": 220}, {"x86_64": 72, "aarch64": 25}
_CLONE3 = 435  # on both; its flags lie in memory, which a filter cannot read
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_EPERM, _ENOSYS = 1, 38
_CLONE_THREAD = 0x10000
# Of fcntl: locks and leases on files that all can read, and hints (F_SET_RW_HINT and the next) that
# stay with such a file.
_MARKS = [5, 6, 7, 36, 37, 38, 1024, 1026, 1036, 1038]


@functools.cache
def system_call_filter(machine: str) -> bytes:
    """A seccomp filter: threads may start, processes may not, namespaces stay as they are, and
    nothing is left behind that the next process could find."""
    if machine not in _AUDIT:
        raise NoSandbox(f"No system call filter is known for {machine}: use x86_64 or aarch64.")
    load, equal, least, bits, give = 0x20, 0x15, 0x35, 0x45, 0x06
    refuse = (give, 0, 0, _ERROR | _EPERM)
    code = [
        (load, 0, 0, 4),
        (equal, 1, 0, _AUDIT[machine]),
        (give, 0, 0, _KILL),
        (load, 0, 0, 0),
        (least, 0, 1, 0x40000000),  # the x32 calls have numbers of their own
        refuse,
        (equal, 0, 1, _CLONE3),
        (give, 0, 0, _ERROR | _ENOSYS),
    ]
    with open(HERE / "refused_calls.csv", encoding="utf-8") as file:
        for row in [row for row in csv.DictReader(file) if row[machine]]:
            code += [(equal, 0, 1, int(row[machine])), (give, 0, 0, _ERROR | int(row["errno"]))]
    of_fcntl = [line for mark in _MARKS for line in ((equal, 0, 1, mark), refuse)]
    code += [(equal, 0, len(of_fcntl) + 2, _FCNTL[machine]), (load, 0, 0, 24), *of_fcntl]
    code += [
        (give, 0, 0, _ALLOW),
        (equal, 0, 3, _CLONE[machine]),
        (load, 0, 0, 16),
        (bits, 1, 0, _CLONE_THREAD),
        refuse,
        (give, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", op, yes, no, k) for op, yes, no, k in code)


@functools.cache
def packed_course() -> Path:
    """The learners' package as the sandbox sees it, packed once for each process: no solutions, no
    tests, nothing of scoring, and never the checkout itself."""
    folder = Path(tempfile.mkdtemp(prefix="sigmoids-course-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, path in course_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / name)
    return folder


def course_files(shared: Path = SHARED, data: Path = datasets.FOLDER) -> dict[str, Path]:
    """What the packed course holds: by its name there each file's place here."""
    found = {name: HERE / name for name in ("child.py", "preload.py")}
    for folder, place in ((shared, "sigmoids"), (data, "sigmoids/data")):
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = path.relative_to(folder)
            if "__pycache__" not in name.parts and (folder == data or name.parts[0] != "data"):
                found[f"{place}/{name.as_posix()}"] = path
    return found


def mounted() -> list[Path]:
    """What the sandbox can read of this machine: the interpreter and libraries."""
    found = [Path(p) for p in LIBRARIES]
    for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
        found += [Path(prefix, name) for name in ("bin", "lib", "lib64", "pyvenv.cfg")]
    return [p for p in dict.fromkeys(found) if p.exists()]


def shows(path: Path) -> Path | None:
    """Of what the sandbox can read, the part in which `path` lies."""
    inside = path.resolve().is_relative_to
    return next((p for p in mounted() if inside(p.resolve())), None)


def bubblewrap(course: Path, limits: Limits) -> list[str]:
    """bubblewrap's command line; further options and the program to run follow."""
    folders = os.pathsep.join(filter(os.path.isabs, os.get_exec_path()))  # not the current one
    bwrap = shutil.which("bwrap", os.X_OK, folders)
    if bwrap is None:
        raise NoSandbox("bubblewrap is not installed.")
    words = [bwrap, "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534"]
    words += ["--cap-drop", "ALL", "--new-session", "--die-with-parent", "--hostname", "sandbox"]
    words += ["--clearenv"]
    for name, value in ENVIRONMENT.items():
        words += ["--setenv", name, value]
    words += ["--proc", "/proc", "--dev", "/dev"]
    words += ["--size", str(limits.disk * MB), "--tmpfs", FOLDER]
    for path in mounted():
        if path.is_symlink() and str(path) in LIBRARIES:
            words += ["--symlink", os.readlink(path), str(path)]
        else:
            words += ["--ro-bind", str(path), str(path)]
    words += ["--ro-bind", str(course), COURSE]
    for place in ("/dev/pts", "/dev", "/"):
        words += ["--remount-ro", place]
    return [*words, "--chdir", FOLDER]


def threads(pid: int) -> int:
    """Of a process and all that it started."""
    count = 0
    with contextlib.suppress(OSError):
        count = os.stat(f"/proc/{pid}/task").st_nlink - 2
        started = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
        count += sum(threads(int(child)) for child in started)
    return count


class Cold:
    """A child in a sandbox of its own, or without one: a new interpreter."""

    def __init__(self, limits: Limits, *, unsafe: bool = False):
        course = packed_course() if unsafe else COURSE
        program = [sys.executable, "-I", f"{course}/child.py", f"{course}"]
        program.append(json.dumps(limits.of_process()))
        pipe, null = subprocess.PIPE, subprocess.DEVNULL
        streams = {"stdin": pipe, "stdout": pipe, "stderr": null, "bufsize": 0}
        if unsafe:
            env = {**os.environ, **kernel.ONE_THREAD}
            env.pop(checks.SEED, None)
            self.process = subprocess.Popen(program, start_new_session=True, env=env, **streams)
        else:
            words = bubblewrap(packed_course(), limits)
            read, write = os.pipe()
            os.write(write, system_call_filter(platform.machine()))
            os.close(write)
            words += ["--seccomp", str(read), *program]
            self.process = subprocess.Popen(words, pass_fds=[read], env={}, **streams)
            os.close(read)
        self.input, self.output = self.process.stdin.fileno(), self.process.stdout.fileno()

    def threads(self) -> int:
        return threads(self.process.pid)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class Preloaded:
    """A parent in the sandbox that has the modules imported: see preload.py."""

    def __init__(self, modules: tuple[str, ...], limits: Limits):
        self.modules = modules
        self.control, theirs = socket.socketpair()
        self.control.settimeout(PATIENCE)
        program = [sys.executable, "-I", f"{COURSE}/preload.py", COURSE, json.dumps(modules)]
        words, null = [*bubblewrap(packed_course(), limits), *program], subprocess.DEVNULL
        with theirs:
            self.process = subprocess.Popen(words, stdin=theirs, stdout=null, stderr=null, env={})
        if self.control.recv(1) != b".":
            self.end()
            raise NoSandbox("A process under bubblewrap did not start.")

    def clone(self, limits: Limits) -> "Clone":
        """A child. One lives at a time."""
        their_in, ours_in = os.pipe()
        ours_out, their_out = os.pipe()
        order = {
            "folder": [FOLDER, limits.disk * MB],
            "limits": limits.of_process(),
            "seccomp": system_call_filter(platform.machine()).hex(),
        }
        try:
            socket.send_fds(self.control, [json.dumps(order).encode()], [their_in, their_out])
        finally:
            os.close(their_in)
            os.close(their_out)
        return Clone(self, ours_in, ours_out)

    def serves(self, modules: tuple[str, ...]) -> bool:
        return self.process.poll() is None and set(modules) <= set(self.modules)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.control.close()


class Clone(NamedTuple):
    """A child of a preloaded parent."""

    parent: Preloaded
    input: int
    output: int

    def threads(self) -> int:
        return threads(self.parent.process.pid)

    def end(self) -> None:
        os.close(self.input)
        os.close(self.output)
        try:
            self.parent.control.send(b".")
            if self.parent.control.recv(1) == b".":
                return
        except OSError:
            pass
        self.parent.end()  # and with it all that it started


Start = Callable[..., Cold | Clone]  # as Sandboxes.start


class Sandboxes:
    """Starts children, one at a time. `cold`: each in a new interpreter, rather than as a clone of
    a parent that has the libraries. The parents, two at most, live until it is closed."""

    def __init__(self, *, cold: bool = False):
        self.cold = cold
        # By whether PyTorch is among the modules; None where no clone can be made, and each child
        # starts cold.
        self.parents: dict[bool, Preloaded | None] = {}

    def __enter__(self) -> "Sandboxes":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        while self.parents:
            if parent := self.parents.popitem()[1]:
                parent.end()

    def start(
        self,
        modules: tuple[str, ...],
        limits: Limits,
        together: tuple[str, ...] = (),
        *,
        unsafe: bool = False,
    ) -> Cold | Clone:
        """A child that waits for its first request. `together`: the modules of all sets of this
        kind, which a second set brings in at once, so that a mixed batch has two parents and not
        ten."""
        if unsafe or self.cold:
            return Cold(limits, unsafe=unsafe)
        parent = self._parent(modules, limits, together)
        return parent.clone(limits) if parent else Cold(limits)

    def _parent(
        self, modules: tuple[str, ...], limits: Limits, together: tuple[str, ...]
    ) -> Preloaded | None:
        heavy = "torch" in modules
        parent = self.parents.get(heavy)
        if heavy in self.parents and (parent is None or parent.serves(modules)):
            return parent
        if parent:
            modules = tuple(dict.fromkeys((*parent.modules, *modules, *together)))
            parent.end()
        parent = Preloaded(modules, limits)
        probe = parent.clone(limits)
        works = answers(probe)
        probe.end()
        if not works:  # namespaces within namespaces are not permitted everywhere
            parent.end()
        self.parents[heavy] = parent if works else None
        return self.parents[heavy]


@functools.cache
def of_this_process() -> Sandboxes:
    """Those of a worker, whose parents serve one submission after the other."""
    sandboxes = Sandboxes()
    atexit.register(sandboxes.close)
    return sandboxes


def answers(child: Cold | Clone) -> bool:
    """Whether the child serves a request."""
    with contextlib.suppress(OSError):
        os.write(child.input, b'{"n": 1, "do": "run", "source": ""}\n')
        if select.select([child.output], [], [], PATIENCE)[0]:
            return os.read(child.output, 1000) == b'{"n": 1, "is": "none"}\n'
    return False


def why_not() -> str:
    """Why code cannot be isolated here; empty where it can."""
    if sys.platform != "linux":
        return "bubblewrap runs on Linux alone: use WSL2 on Windows, a Linux container on macOS."
    try:
        child = Cold(Limits())
    except NoSandbox as reason:
        return f"{reason} Install the package `bubblewrap`."
    except OSError as error:
        return f"bubblewrap does not start: {error.strerror}."
    works = answers(child)
    child.end()
    if works:
        return ""
    words = [*bubblewrap(packed_course(), Limits()), sys.executable, "-I", "-c", "import numpy"]
    tried = subprocess.run(words, env={}, capture_output=True, encoding="utf-8", errors="replace")
    said = (tried.stderr.splitlines() or ["nothing is said"])[-1][:200]
    if not said.startswith("bwrap: "):
        return (
            f"The sandbox does not see what the course needs ({said}): it sees {sys.prefix} and "
            "the libraries of the system. Install the course into an environment of its own: "
            "python -m venv."
        )
    return (
        f"bubblewrap is not permitted to make namespaces here ({said}). Permit it (on Ubuntu: "
        "sysctl kernel.apparmor_restrict_unprivileged_userns=0), or grade in a container or "
        "virtual machine that permits it."
    )
