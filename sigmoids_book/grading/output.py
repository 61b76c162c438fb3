"""The output folder: nobody else's, opened without following links, whole files or none.

Another account of the machine may have prepared the folder: a link in it that leads elsewhere, a
result that it would like to see. So each folder is opened through the one above, never through a
link, and has to belong to this account alone.
"""

import contextlib
import errno
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PART = ".part-"  # begins the name of what is not finished
RUNNING = "sigmoids-grade-"  # begins the name of a run's temporary folder
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Unusable(Exception):
    """Nothing can be written to the folder; the message says what to do."""


class Folder:
    """A folder of this account's own, rights 0700, made where it is missing. Raises Unusable."""

    def __init__(self, path: Path | str):
        self.path = Path(os.path.abspath(path))
        with _said(self.path):
            _no_links_of_others(self.path.parent)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.descriptor = _open(str(self.path), None, self.path)

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        os.close(self.descriptor)

    def alone(self) -> None:
        """Nobody else writes here until the process ends; what an ended run left goes."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Unusable(
                f"Another run writes to {self.path}: wait for its end, or choose another folder."
            ) from None
        with _said(self.path):
            for _, _, names, folder in os.fwalk(".", dir_fd=self.descriptor):
                for name in names:
                    if name.startswith(PART):
                        os.unlink(name, dir_fd=folder)
            for name in os.listdir(self.descriptor):
                if name.startswith(PART):
                    _remove(name, self.descriptor)
            self.write("results/.writable", "")
            with self._within("results/.writable") as (folder, name):
                os.unlink(name, dir_fd=folder)

    @contextlib.contextmanager
    def _within(self, name: str, *, make: bool = False) -> Iterator[tuple[int, str]]:
        """The folder that holds the file `name`, and the file's own name."""
        *folders, last = name.split("/")
        with contextlib.ExitStack() as stack:
            descriptor, path = self.descriptor, self.path
            for folder in folders:
                path = path / folder
                descriptor = _open(folder, descriptor, path, make=make)
                stack.callback(os.close, descriptor)
            yield descriptor, last

    def write(self, name: str, text: str) -> None:
        """The whole file or nothing. Raises Unusable."""
        with _said(self.path / name), self._within(name, make=True) as (folder, last):
            part = f"{PART}{last}"[:200]
            try:
                _new_file(part, folder, text)
                os.replace(part, last, src_dir_fd=folder, dst_dir_fd=folder)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(part, dir_fd=folder)
                raise

    def replace(self, texts: dict[str, str], old: Iterable[str]) -> None:
        """Write these files, or none of them, and remove `old` files and folders. Raises
        Unusable."""
        tops = dict.fromkeys(name.split("/")[0] for name in texts)
        with _said(self.path):
            try:
                for name, text in texts.items():
                    with self._within(PART + name, make=True) as (folder, last):
                        _new_file(last, folder, text)
            except BaseException:
                for top in tops:
                    _remove(PART + top, self.descriptor)
                raise
            for name in {*old} - {*texts}:  # a folder cannot be replaced by another
                _remove(name, self.descriptor)
            for top in tops:
                os.replace(PART + top, top, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def has(self, name: str) -> bool:
        """Whether there is something of this name at the top, be it a link or another's."""
        return name in os.listdir(self.descriptor)

    def read(self, name: str) -> str | None:
        """The text of a file of ours; None where there is none, or another account can have had a
        hand in it."""
        with contextlib.suppress(OSError, ValueError, Unusable):
            with self._within(name) as (folder, last):
                descriptor = os.open(last, _FILE, dir_fd=folder)
                with open(descriptor, encoding="utf-8") as file:
                    about = os.fstat(descriptor)
                    ours = about.st_uid == os.geteuid() and not about.st_mode & 0o022
                    if ours and stat.S_ISREG(about.st_mode) and about.st_nlink == 1:
                        return file.read()
        return None


def _open(name: str, above: int | None, path: Path, *, make: bool = True) -> int:
    """A folder of ours, for nobody else to look into."""
    if make:
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, 0o700, dir_fd=above)
    try:
        descriptor = os.open(name, _FOLDER, dir_fd=above)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            raise Unusable(
                f"{path} is a link or no folder: remove it, or choose another."
            ) from None
        raise
    try:
        about = os.fstat(descriptor)
        if about.st_uid != os.geteuid():
            raise Unusable(f"{path} belongs to another account: choose a folder of your own.")
        if stat.S_IMODE(about.st_mode) != 0o700:
            os.fchmod(descriptor, 0o700)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _no_links_of_others(path: Path) -> None:
    for place in (path, *path.parents):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            about = place.lstat()
            if stat.S_ISLNK(about.st_mode) and about.st_uid not in (0, os.geteuid()):
                raise Unusable(f"{place} is another account's link: choose another folder.")


def _new_file(name: str, folder: int, text: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)
    descriptor = os.open(name, _NEW, 0o600, dir_fd=folder)
    with open(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def _remove(name: str, folder: int) -> None:
    """A file, a link or a folder with all in it; nothing where there is none."""
    try:
        os.unlink(name, dir_fd=folder)
    except FileNotFoundError:
        pass
    except (IsADirectoryError, PermissionError):  # what unlink says of a folder differs
        shutil.rmtree(name, dir_fd=folder)


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unusable(
            f"{path} cannot be written: {error.strerror or error}. Make room or change its "
            "permissions, or choose another folder."
        ) from None


@contextlib.contextmanager
def temporary() -> Iterator[Path]:
    """A folder for all temporary files of this run and the processes that it starts. Those of runs
    that were killed go."""
    above = Path(tempfile.gettempdir())
    for old in above.glob(f"{RUNNING}*"):
        with contextlib.suppress(OSError):
            if old.lstat().st_uid == os.geteuid() and not old.is_symlink():
                with _locked(old):
                    shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=RUNNING))
    before = os.environ.get("TMPDIR"), tempfile.tempdir
    try:
        with _locked(folder):
            os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
            yield folder
    finally:
        tempfile.tempdir = before[1]
        if before[0] is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before[0]
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder, _FOLDER)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
