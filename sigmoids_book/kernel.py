"""What every kernel is given that the course starts: this Python, one thread, and none of the
settings with which its user's other notebooks and figures begin."""

import atexit
import functools
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

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
