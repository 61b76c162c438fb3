"""What cells run in, as a judge sees it, and Jupyter's kernel.

Every kernel that the course starts is given this Python, one thread, and none of the settings with
which its user's other notebooks and figures begin.
"""

import asyncio
import atexit
import contextlib
import functools
import importlib.util
import os
import re
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import nbformat

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

    from sigmoids_book.sets import Check

# Each library reads its own name, and only while it is loaded. With more threads the last digits of
# printed floats change; and on a busy machine the threads of PyTorch wait for one another: layers
# of 32 numbers took fifteen times as long.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
# With another backend than Jupyter's, figures are lost; a file that Python runs at each start may
# change anything.
NOT_PASSED_ON = ("MPLBACKEND", "PYTHONSTARTUP")


def environment() -> dict[str, str]:
    """The environment variables of this process, changed for a kernel of the course."""
    found = {**os.environ, **ONE_THREAD, "IPYTHONDIR": str(_no_profile())}
    if settings := _matplotlibs_own_settings():
        found["MATPLOTLIBRC"] = settings
    for name in NOT_PASSED_ON:
        found.pop(name, None)
    return found


@functools.cache
def _no_profile() -> Path:
    """A folder in which IPython finds no profile, thus no file that it runs at each start."""
    folder = Path(tempfile.mkdtemp(prefix="sigmoids-ipython-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _matplotlibs_own_settings() -> str:
    """The file that Matplotlib reads where its user has none."""
    package = importlib.util.find_spec("matplotlib")
    path = Path(package.origin).parent / "mpl-data/matplotlibrc" if package else None
    return str(path) if path and path.is_file() else ""


def client(notebook: "NotebookNode", folder: Path, **options: object) -> "NotebookClient":
    """What runs a notebook in `folder` with this Python. The kernel named python3 that Jupyter
    finds first, by JUPYTER_PATH for instance, may be of another Python, or of one that is gone."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from traitlets import Float, default

    class InFloats(NotebookClient):
        timeout = Float(None, allow_none=True)  # the library's takes whole seconds alone

    class OfThisPython(AsyncKernelManager):
        @default("kernel_spec_manager")
        def _without_folders(self) -> KernelSpecManager:
            return KernelSpecManager(kernel_dirs=[])  # there is none but ipykernel's own

    options["resources"] = {"metadata": {"path": str(folder)}}
    return InFloats(notebook, kernel_name="python3", kernel_manager_class=OfThisPython, **options)


class Lost(BaseException):
    """What runs the cells stalled, ended or broke the rules; the text says so, with the answer or
    the cell for a subject. No `except Exception` of a check hides it."""


# Kinds of error. Any other is the name of a class, and no class of a learner's has such a name.
WRONG = "wrong answer"  # a check's own: `checks.Wrong`
LOST = "lost process"  # where an answer stalled or ended Python
UNFINISHED = "unfinished check"  # not seen to reach its end, and no error was, either


class Error(NamedTuple):
    """What stopped a cell: its kind, and the first line of its text. Without a kind it is false,
    and nothing did. Of a check's own `Wrong` a judge of the course's has its parts, too: `untold`,
    the text without what is right; `blank`, `stopped`."""

    kind: str = ""
    text: str = ""
    untold: str = ""
    blank: bool = False
    stopped: bool = False

    def __bool__(self) -> bool:
        return bool(self.kind)


class Kernel(Protocol):
    """What cells run in, opened as a context. After Lost, which each verb may raise, it is of no
    further use."""

    def set_up(self, source: str) -> Error:
        """A cell of the course's own, before all others."""

    def run(self, source: str) -> Error:
        """A cell of the learner's."""

    def check(self, check: "Check") -> Error:
        """A check of the course's, of the answers as they are now."""


# After a check: passes where it ended with the course's `Wrong`, not with a class of that name.
_WAS_WRONG = """
assert isinstance(
    __import__("IPython").get_ipython().last_execution_result.error_in_exec,
    __import__("sigmoids.checks").checks.Wrong,
)
"""

# The kernel flushes both streams before it answers. Where a cell has put None, or something else
# that cannot be flushed, in their place, it would never answer again.
KEEP_STREAMS = """
def _keep(streams):
    import sys
    def restore(*_):
        for name, stream in streams.items():
            if not callable(getattr(getattr(sys, name, None), "flush", None)):
                setattr(sys, name, stream)
    get_ipython().events.register("post_run_cell", restore)
_keep({name: getattr(__import__("sys"), name) for name in ("stdout", "stderr")})
del _keep
"""


class JupyterKernel:
    """A `Kernel`: Jupyter's own, in a folder of its own that is thrown away. A cell may take
    `seconds`."""

    def __init__(self, seconds: float):
        self.seconds = seconds

    def __enter__(self) -> "JupyterKernel":
        self.folder = tempfile.TemporaryDirectory(prefix="sigmoids-check-")
        self.notebook = nbformat.v4.new_notebook()
        self.client = client(
            self.notebook,
            Path(self.folder.name),
            timeout=self.seconds,
            allow_errors=True,
            extra_arguments=["--log-level=ERROR"],
            on_cell_executed=self._keep_reply,
        )
        self.loop = asyncio.Runner()  # nbclient's own would be left open
        self.context = self.client.async_setup_kernel(env=environment())
        self.loop.run(self.context.__aenter__())
        with contextlib.suppress(Lost):  # then the first cell is, too
            self.run(KEEP_STREAMS)
        return self

    def _keep_reply(self, *, execute_reply: dict, **_: object) -> None:
        self.reply = execute_reply["content"]

    def set_up(self, source: str) -> Error:
        return self.run(source)

    def check(self, check: "Check") -> Error:
        # The learner's cells may hide errors, and what is printed; this file they cannot miss.
        end = Path(self.folder.name, f"end-{secrets.token_hex(8)}")
        touch = f"__import__('pathlib').Path({str(end)!r}).touch()"
        error = self.run(f"{check.source}\n{touch}")
        if error.kind == "Wrong" and not self.run(_WAS_WRONG):
            return error._replace(kind=WRONG)
        return error if error or end.exists() else Error(UNFINISHED)

    def run(self, source: str) -> Error:
        from nbclient.exceptions import CellTimeoutError, DeadKernelError

        cell = nbformat.v4.new_code_cell(source)
        self.notebook.cells.append(cell)
        self.reply = {}
        try:
            self.loop.run(self.client.async_execute_cell(cell, len(self.notebook.cells) - 1))
        except CellTimeoutError:
            raise Lost(f"was still running after {self.seconds:g} s. Does a loop end?") from None
        except DeadKernelError:
            raise Lost("ended Python itself.") from None
        for said in (self.reply, *cell.outputs):
            if "error" in (said.get("status"), said.get("output_type")):
                text = (said["evalue"].splitlines() or [""])[0]
                # Of a cell that is no Python: its line, without the kernel's name of the file.
                text = re.sub(r"\(\S+\.py, line (\d+)\)", r"(line \1)", text)[:300]
                return Error(said["ename"], text)
        return Error()

    def __exit__(self, *error: object) -> None:
        try:
            self.loop.run(self.context.__aexit__(None, None, None))
        finally:
            self.loop.close()
            self.folder.cleanup()
