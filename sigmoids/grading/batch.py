"""Many submissions: find them in files, folders and archives, score each once, keep the results.

A result is kept in `results/` of the output folder as soon as it is there, under the checksum of
submission and source. Started again after an interruption, the command takes it up from there.
"""

import io
import json
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from sigmoids.grading import score as scoring
from sigmoids.grading.sandbox import MB, Limits, NoSandbox
from sigmoids.grading.score import LARGEST_NOTEBOOK, GradingSource

MOST_ENTRIES = 20_000  # of an archive
LARGEST_ARCHIVE = 200 * MB  # of an archive within an archive or a learner's folder
MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_\w+?_?")
CANVAS = re.compile(r"(?P<name>[^_]+)(?:_LATE)?_(?P<id>\d+)_\d+_(?P<file>.+)")
COPY = re.compile(r"(-\d+| \(\d+\))$")


class Found(NamedTuple):
    """A file to score. `learner`: a name as it is written; `id`: the learning platform's number.
    `steps`: the file's path, then the entries of archives within archives."""

    learner: str
    id: str
    name: str
    steps: tuple[str, ...]


class Refused(NamedTuple):
    """A file that is not looked into, and why."""

    place: str
    reason: str


def find(paths: Iterable[Path], sets: Iterable[str]) -> Iterator[Found | Refused]:
    """Every notebook in the files, folders and archives, in the order of their names. `sets`: a
    file or folder with such a name says nothing of the learner; the folder above it does."""
    for path in paths:
        if path.is_dir():
            files = _in_folder(path)
        elif path.suffix.lower() == ".zip":
            files = _in_archive(path, (), (str(path),))
        elif path.is_file():
            files = iter([((path.name,), (str(path),))])
        else:
            files = iter([Refused(label(str(path)), "there is no such file")])
        above = [path.absolute().name] if path.is_dir() else []
        above += [folder.name for folder in path.absolute().parents]
        for one in files:
            yield one if isinstance(one, Refused) else _found(*one, above, frozenset(sets))


# A notebook's path below what was named, and its steps.
Place = tuple[tuple[str, ...], tuple[str, ...]]


def _in_folder(root: Path) -> Iterator[Place | Refused]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        for name in sorted(files):
            path = Path(folder, name)
            parts = path.relative_to(root).parts
            if path.suffix.lower() not in (".ipynb", ".zip") or name.startswith("."):
                continue
            if not stat.S_ISREG(path.lstat().st_mode):
                yield Refused(label(str(path)), "a link or no plain file")
            elif path.suffix.lower() == ".zip":
                yield from _in_archive(path, parts, (str(path),))
            else:
                yield parts, (str(path),)


def _in_archive(
    file: Path | BinaryIO, outer: tuple[str, ...], steps: tuple[str, ...], depth: int = 0
) -> Iterator[Place | Refused]:
    """`outer`: the archive's own path below the folder that was named; empty if it was named."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                yield Refused(label("/".join(steps)), f"more than {MOST_ENTRIES} entries")
                return
            for entry in sorted(entries, key=lambda e: e.filename):
                yield from _entry(archive, entry, outer, steps, depth)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        yield Refused(
            label("/".join(steps)), f"no archive that can be read: {type(error).__name__}"
        )


def _entry(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    outer: tuple[str, ...],
    steps: tuple[str, ...],
    depth: int,
) -> Iterator[Place | Refused]:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    place = (*steps, entry.filename)
    if entry.is_dir() or path.suffix.lower() not in (".ipynb", ".zip"):
        return
    if any(part.startswith((".", "__")) and part != ".." for part in path.parts):
        return
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield Refused(label("/".join(place)), "a link or no plain file")
    elif path.is_absolute() or ".." in path.parts:
        yield Refused(label("/".join(place)), "a path that leads out of the archive")
    elif path.suffix.lower() == ".ipynb":
        yield (_learners_part(outer), path.name) if outer else path.parts, place
    elif depth:
        yield Refused(label("/".join(place)), "an archive in an archive in an archive")
    else:
        try:
            with _opened(archive, entry, LARGEST_ARCHIVE) as inner:
                yield from _in_archive(inner, outer or path.parts, place, depth + 1)
        except TooLarge:
            yield Refused(label("/".join(place)), f"larger than {LARGEST_ARCHIVE // MB} MB")


def _learners_part(outer: tuple[str, ...]) -> str:
    """Of the path of a learner's own archive."""
    if len(outer) > 1:
        return outer[0]
    match = CANVAS.fullmatch(outer[0])
    return outer[0] if match else PurePosixPath(outer[0]).stem


class TooLarge(ValueError):
    pass


def _opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> BinaryIO:
    """The entry's content in memory: what an archive says of its sizes is not believed."""
    with archive.open(entry) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge
    return io.BytesIO(content)


def _found(
    parts: tuple[str, ...], steps: tuple[str, ...], above: list[str], sets: frozenset[str]
) -> Found:
    """The learner, from the path below what was named: `<learner>/…/<file>`, as nbgrader and
    Moodle lay it out, or `<learner>_<id>_<id>_<file>`, as Canvas names files."""
    stem = COPY.sub("", PurePosixPath(parts[-1]).stem)
    name = label(stem + ".ipynb")
    if match := CANVAS.fullmatch(parts[0]):
        return Found(
            label(match["name"]), match["id"], name if parts[1:] else label(match["file"]), steps
        )
    if len(parts) > 1 and (match := MOODLE.fullmatch(parts[0])):
        return Found(label(match["name"]), match["id"], name, steps)
    who = [*parts[:-1], stem] if stem not in sets else list(parts[:-1])
    who = [part for part in who if part not in sets]
    learner = who[0] if who else next((part for part in above if part not in sets), "?")
    return Found(label(learner), "", name, steps)


def label(text: str) -> str:
    """A name as one line of characters that every file can hold."""
    text = text.encode("utf-8", "replace").decode()
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200] or "?"


def content(found: Found) -> bytes:
    """What is to be scored; what is too large is cut, and `score` refuses it."""
    path, *entries = found.steps
    most = LARGEST_NOTEBOOK + 1
    if not entries:
        with open(path, "rb") as file:
            return file.read(most)
    with zipfile.ZipFile(path) as archive:
        if len(entries) == 1:
            with archive.open(entries[0]) as file:
                return file.read(most)
        inner = _opened(archive, archive.getinfo(entries[0]), LARGEST_ARCHIVE)
        with zipfile.ZipFile(inner) as second, second.open(entries[1]) as file:
            return file.read(most)


def write(path: Path, text: str) -> None:
    """The whole file or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8", newline="")
    os.replace(part, path)


def grade(
    found: Iterable[Found],
    out: Path,
    source: GradingSource,
    limits: Limits,
    open_executor: Callable[[], Executor],
    *,
    at_once: int,
    unsafe: bool = False,
) -> Iterator[tuple[Found, dict]]:
    """The result of each, as soon as it is there. Few submissions are in memory at a time. Where a
    worker of ours dies, what it was doing is tried once more, alone."""
    waiting = iter(found)
    running: dict[Future, tuple[Found, Path, int]] = {}
    again: list[tuple[Found, Path, int]] = []
    executor = open_executor()
    try:
        while True:
            while len(running) < (1 if again else at_once):
                if again:
                    if running:
                        break
                    one, path, tries = again.pop()
                    data = content(one)
                elif (one := next(waiting, None)) is None:
                    break
                else:
                    result = _unreadable_file(one)
                    if isinstance(result, dict):
                        yield one, result
                        continue
                    data, tries = result, 1
                    key = scoring.key(data, source, limits, unsafe=unsafe)
                    path = out / "results" / key[:2] / f"{key}.json"
                    if (kept := _kept(path)) is not None:
                        yield one, kept
                        continue
                job = executor.submit(scoring.score, data, source, limits, unsafe=unsafe)
                running[job] = (one, path, tries)
            if not running:
                if again:
                    continue
                return
            for job in wait(running, return_when=FIRST_COMPLETED).done:
                one, path, tries = running.pop(job)
                try:
                    result = job.result()
                except BrokenExecutor:
                    if tries == 1:
                        again.append((one, path, 2))
                        continue
                    result = _failed("The grader itself ended while it scored this.")
                except NoSandbox as reason:
                    result = _failed(str(reason))
                except Exception as error:  # of ours: the batch goes on, and nothing is kept
                    result = _failed(f"The grader stopped with {type(error).__name__}.")
                else:
                    write(path, json.dumps(result))
                yield one, result
            if again and not running:
                executor.shutdown(wait=False)
                executor = open_executor()
    finally:
        for job in running:  # of a batch that is interrupted
            job.cancel()
        executor.shutdown(wait=True)


def _unreadable_file(one: Found) -> bytes | dict:
    try:
        return content(one)
    except Exception as error:  # a file that vanished, an archive that lies about itself
        return _failed(f"{one.name} cannot be read: {type(error).__name__}.")


def _failed(reason: str) -> dict:
    """Of what was not run at all."""
    return {**scoring.unread(reason), "isolated": True, "seconds": 0.0}


def _kept(path: Path) -> dict | None:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
