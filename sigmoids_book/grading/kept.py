"""Results that are kept: under what name, and when one of them still holds."""

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import platform
from pathlib import Path

import sigmoids_book
from sigmoids_book.grading import sandbox
from sigmoids_book.grading.limits import Limits
from sigmoids_book.grading.output import Folder
from sigmoids_book.grading.source import GradingSource

# In `sigmoids_book`, what has no part in a score: it collects, reports, or is of the site.
ELSEWHERE = ("site/**/*.py", "bibliography.py", "bundles.py", "cli.py", "dependents.py", "lab.py")
ELSEWHERE += ("node.py", "quick.py", "release.py", "toc.py")
ELSEWHERE += tuple(f"grading/{n}.py" for n in ("batch", "collect", "command", "output"))
ELSEWHERE += ("grading/reports.py", "grading/workers.py")
BOOK = Path(sigmoids_book.__file__).parent


@functools.cache
def versions() -> dict[str, str]:
    names = ("sigmoids", "numpy", "scipy", "sympy", "torch", "matplotlib")
    found = {"python": platform.python_version()}
    for name in names:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


@functools.cache
def code(shared: Path = sandbox.SHARED, book: Path = BOOK) -> str:
    """The checksum of what scores: all that the sandbox has of the course, which the checks use,
    too, and of `sigmoids_book` what takes part."""
    elsewhere = {path for pattern in ELSEWHERE for path in book.glob(pattern)}
    files = sandbox.course_files(shared)
    for path in {*book.rglob("*.py"), *book.rglob("*.csv")} - elsewhere:  # refused_calls.csv
        files[f"sigmoids_book/{path.relative_to(book).as_posix()}"] = path
    checksum = hashlib.sha256()
    for name, path in sorted(files.items()):
        content = path.read_bytes()
        checksum.update(f"{name}\0{len(content)}\0".encode() + content)
    return checksum.hexdigest()


def key(submission: bytes, source: GradingSource, limits: Limits, *, unsafe: bool) -> str:
    """What a result is kept under: it depends on nothing else."""
    about = json.dumps([code(), source.checksum, source.seed, limits, unsafe, versions()])
    return hashlib.sha256(about.encode() + b"\0" + submission).hexdigest()


def write(folder: Folder, key: str, result: dict) -> None:
    folder.write(_name(key), json.dumps(result))


def read(folder: Folder, key: str, submission: bytes) -> dict | None:
    """The result under the key, where there is one and it is about this very submission."""
    try:
        result = json.loads(folder.read(_name(key)) or "")
        return result if result["submission"] == hashlib.sha256(submission).hexdigest() else None
    except (ValueError, KeyError, TypeError):
        return None


def _name(key: str) -> str:
    return f"results/{key[:2]}/{key}.json"
