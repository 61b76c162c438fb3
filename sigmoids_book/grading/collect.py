"""Find submissions in files, folders and archives, and say which of a learner's attempts count.

Archives come from learners: they may be damaged, locked, made to grow without end or to name
somebody else. Whatever is wrong with one is a line, and the search goes on. What an archive says of
its sizes is not believed, and each learner has a budget of bytes, entries and notebooks.
"""

import contextlib
import functools
import hashlib
import io
import os
import re
import stat
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sigmoids_book.grading.limits import MB
from sigmoids_book.grading.source import GradingSource
from sigmoids_book.grading.submission import LARGEST_NOTEBOOK, set_name

LARGEST_ARCHIVE = 200 * MB  # of an archive within an archive, and of all that a learner's hold
LARGEST_DIRECTORY = 8 * MB  # of the list of entries at an archive's end
MOST_ENTRIES = 20_000  # of an archive, and of all archives of a learner
MOST_ARCHIVES = 50  # of a learner
MOST_NOTEBOOKS = 50  # of a learner
MOST_LINES = 20  # about one learner's files
LONGEST_NAME, LONGEST_PLACE = 255, 1000  # characters; places stand in messages
MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_\w+?_?")
CANVAS = re.compile(r"(?P<name>[^_]+)(?:_LATE)?_(?P<id>\d+)_\d+_(?P<file>.+)")
COPY = re.compile(r"(?:-(\d{1,9})| \((\d{1,9})\))$")
SPENT = (
    f"it and its learner's other archives hold more than {LARGEST_ARCHIVE // MB} MB, "
    f"{MOST_ENTRIES} entries or {MOST_ARCHIVES} archives: ask for the notebooks alone"
)
READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others inflate without a limit, or not at all


class Found(NamedTuple):
    """A file to score. `learner`: a name as it is written; `id`: the learning platform's number.
    `steps`: the file's path, then the entries of archives within archives."""

    learner: str
    id: str
    name: str
    steps: tuple[str, ...]

    @property
    def place(self) -> str:
        return _line("/".join(self.steps))

    @property
    def attempt(self) -> tuple[int, list]:
        """What orders attempts: the number at the end of the file's name, then names."""
        match = COPY.search(PurePosixPath(self.steps[-1].replace("\\", "/")).stem)
        number = int(match[1] or match[2]) if match else 0
        return number, [_natural(step) for step in self.steps]


class Refused(NamedTuple):
    """A file that is not looked into, and why."""

    place: str
    reason: str


class Spent(Exception):
    """A learner's archives ask for more than they get."""


class Budget:
    """What all archives of one learner may cost."""

    def __init__(self) -> None:
        self.bytes, self.entries, self.archives = LARGEST_ARCHIVE, MOST_ENTRIES, MOST_ARCHIVES

    def take(self, **costs: int) -> None:
        for what, cost in costs.items():
            setattr(self, what, getattr(self, what) - cost)
            if getattr(self, what) < 0:
                raise Spent


class _Bounded(io.BufferedReader):
    """An archive's file. zipfile reads the whole list of entries at once, as long as it says."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size < 0 or size > LARGEST_DIRECTORY:
            size = LARGEST_DIRECTORY
        return super().read(size)


def find(paths: Iterable[Path], sets: Iterable[str]) -> Iterator[Found | Refused]:
    """Every notebook in the files, folders and archives, in the order of their names. `sets`: a
    file or folder with such a name says nothing of the learner; the folder above it does.

    One archive that is named alone is a class's, and its folders name the learners. Of several,
    each is a learner's and named after her, unless all are exports of a learning platform."""
    paths = list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))
    archives = [path for path in paths if path.suffix.lower() == ".zip" and path.is_file()]
    of_class = paths == archives and (len(archives) == 1 or all(map(_is_export, archives)))
    seen = set()
    for path in paths:
        search = _Search(frozenset(sets), [folder.name for folder in path.parents])
        if path.is_dir():
            search.above.insert(0, path.name)
            search.folder(path)
        elif path in archives:
            search.above.insert(0, path.stem)
            search.archive(path, () if of_class else _apart(path, paths), (str(path),))
        elif path.is_file():
            search.notebook(_apart(path, paths), (str(path),))
        else:
            search.refuse((), (str(path),), "there is no such file: correct the name")
        for place in [*search.places, *search.untold()]:
            steps = place.steps if isinstance(place, Found) else (place.place, place.reason)
            if steps not in seen:
                seen.add(steps)
                yield place


def _apart(path: Path, paths: list[Path]) -> tuple[str, ...]:
    """A file's name, with the folders that tell it from others that were named."""
    alike = [p for p in paths if p.name.casefold() == path.name.casefold()]
    return path.relative_to(os.path.commonpath([p.parent for p in alike])).parts


def _is_export(path: Path) -> bool:
    """Whether all notebooks of an archive lie as Moodle or Canvas lays them out."""
    try:
        with _opened(path) as archive:
            names = [PurePosixPath(n) for n in archive.namelist()]
    except Exception:
        return False
    tops = [n.parts[0] for n in names if n.suffix.lower() in (".ipynb", ".zip")]
    return bool(tops) and all(_layout(MOODLE, t) or _layout(CANVAS, t) for t in tops)


class _Search:
    """In what was named. `above`: names that may be the learner's where the path says nothing.

    `outer` is the path, below what was named, of the learner's own archive that is looked into;
    empty elsewhere. What lies in it is hers, whatever it is called."""

    def __init__(self, sets: frozenset[str], above: list[str]):
        self.sets, self.above = sets, above
        self.places: list[Found | Refused] = []
        self.budgets: dict[str, Budget] = {}
        self.lines: Counter[str] = Counter()

    def refuse(self, outer: tuple[str, ...], steps: tuple[str, ...], reason: str) -> None:
        who = _learners_part(outer) if outer else ""
        self.lines[who] += 1
        if not who or self.lines[who] <= MOST_LINES:
            self.places.append(Refused(_line("/".join(steps)), reason))

    def untold(self) -> list[Refused]:
        return [
            Refused(label(who), f"{count - MOST_LINES} more of this learner's files: look yourself")
            for who, count in self.lines.items()
            if who and count > MOST_LINES
        ]

    def notebook(
        self, parts: tuple[str, ...], steps: tuple[str, ...], outer: tuple[str, ...] = ()
    ) -> None:
        self.places.append(_found(parts, steps, self.above, self.sets, bool(outer)))

    def folder(self, root: Path) -> None:
        def unread(error: OSError) -> None:
            self.refuse((), (str(error.filename),), f"{error.strerror}: change its permissions")

        for folder, folders, files in os.walk(root, onerror=unread):
            folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
            for name in sorted(files):
                path = Path(folder, name)
                parts = path.relative_to(root).parts
                if path.suffix.lower() not in (".ipynb", ".zip") or name.startswith("."):
                    continue
                if not stat.S_ISREG(path.lstat().st_mode):
                    self.refuse(parts, (str(path),), "no plain file: ask for the file itself")
                elif path.suffix.lower() == ".zip":
                    self.archive(path, parts, (str(path),))
                else:
                    self.notebook(parts, (str(path),))

    def archive(
        self,
        file: Path | bytes,
        outer: tuple[str, ...],
        steps: tuple[str, ...],
        inside: bool = False,
    ) -> None:
        """`inside`: it lies in another archive."""
        budget = self.budget(outer) if outer else Budget()
        try:
            if not inside:
                budget.take(archives=1)
            with _opened(file) as archive:
                entries = archive.infolist()
                budget.take(entries=len(entries))
                for entry in _last_of_each(entries):
                    self.entry(archive, entry, outer, steps, inside)
        except Spent:
            self.refuse(outer, steps, SPENT)
        except Exception as error:  # zipfile lets through what zlib, struct and others raise
            self.refuse(outer, steps, _damage(error))

    def budget(self, outer: tuple[str, ...]) -> Budget:
        return self.budgets.setdefault(_learners_part(outer), Budget())

    def entry(
        self,
        archive: zipfile.ZipFile,
        entry: zipfile.ZipInfo,
        outer: tuple[str, ...],
        steps: tuple[str, ...],
        inside: bool,
    ) -> None:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        place = (*steps, entry.filename)
        if entry.is_dir() or path.suffix.lower() not in (".ipynb", ".zip"):
            return
        if any(part.startswith((".", "__")) and part != ".." for part in path.parts):
            return
        if reason := _not_read(entry, path, inside):
            self.refuse(outer or path.parts, place, reason)
        elif path.suffix.lower() == ".zip":
            self.inner(archive, entry, outer, place)
        elif outer:
            self.notebook((_learners_part(outer), path.name), place, outer)
        else:
            self.notebook(path.parts, place)

    def inner(
        self,
        archive: zipfile.ZipFile,
        entry: zipfile.ZipInfo,
        outer: tuple[str, ...],
        place: tuple[str, ...],
    ) -> None:
        """An archive in an archive."""
        hers = outer or PurePosixPath(entry.filename.replace("\\", "/")).parts
        budget = self.budget(hers)
        try:
            budget.take(archives=1)  # also for one that proves damaged
            content = _content(archive, entry, budget)
        except Spent:
            if outer:
                raise
            self.refuse(hers, place, SPENT)  # of one learner; the class goes on
        except Exception as error:
            self.refuse(hers, place, _damage(error))
        else:
            self.archive(content, hers, place, inside=True)


def _not_read(entry: zipfile.ZipInfo, path: PurePosixPath, inside: bool) -> str:
    """Why an entry is left out; empty where it is not."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "no plain file: ask for the file itself"
    if path.is_absolute() or ".." in path.parts:
        return "a path that leads out of the archive: ask for a new archive"
    if entry.flag_bits & 0x1:
        return "locked with a password: ask for it without one"
    if entry.compress_type not in READ:
        return "packed in a way that is not read here: ask for an ordinary zip"
    if inside and path.suffix.lower() == ".zip":
        return "an archive in an archive in an archive: ask for the notebooks"
    return ""


def _last_of_each(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Of entries of one name the last, as it would lie there unpacked; in the order of names."""
    return [entry for _, entry in sorted({e.filename: e for e in entries}.items())]


@contextlib.contextmanager
def _opened(file: Path | bytes) -> Iterator[zipfile.ZipFile]:
    with contextlib.ExitStack() as stack:
        raw = open(file, "rb", 0) if isinstance(file, Path) else io.BytesIO(file)
        bounded = stack.enter_context(_Bounded(raw))
        yield stack.enter_context(zipfile.ZipFile(bounded))


def _damage(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return f"{error.strerror}: change its permissions"
    return "damaged: ask for a new copy"


def _learners_part(outer: tuple[str, ...]) -> str:
    """Of the path of a learner's own archive, what names her."""
    if len(outer) > 1 or _layout(CANVAS, outer[0]):
        return outer[0]
    return PurePosixPath(outer[0]).stem


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    """An entry's content in memory. What inflates is paid for, also where it then proves damaged.
    Raises Spent."""
    pieces = []
    with archive.open(entry) as file:
        while piece := file.read(MB):
            budget.take(bytes=len(piece))
            pieces.append(piece)
    return b"".join(pieces)


def _found(
    parts: tuple[str, ...],
    steps: tuple[str, ...],
    above: list[str],
    sets: frozenset[str],
    hers: bool,
) -> Found:
    """The learner, from the path below what was named: `<learner>/…/<file>`, as nbgrader and
    Moodle lay it out, or `<learner>_<id>_<id>_<file>`, as Canvas names files. `hers`: the file's
    own name, in her archive, says nothing of her."""
    whole = PurePosixPath(parts[-1]).stem
    stem = COPY.sub("", whole)
    name = label(stem + ".ipynb")
    if match := _layout(CANVAS, parts[0]):
        return Found(
            label(match["name"]), match["id"], name if parts[1:] else label(match["file"]), steps
        )
    if len(parts) > 1 and (match := _layout(MOODLE, parts[0])):
        return Found(label(match["name"]), match["id"], name, steps)
    who = list(parts[:-1]) if hers or stem in sets else [*parts[:-1], whole]
    who = [part for part in who if part not in sets]
    learner = who[0] if who else next((part for part in above if part not in sets), "?")
    return Found(label(learner), "", name, steps)


def label(text: str) -> str:
    """A name as one line of characters that every file can hold. Names that differ in more than
    spaces stay different."""
    line = _line(text)
    if "\ufffd" not in line and len(line) <= 200:
        return line
    return f"{line[:190]} {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _line(text: str) -> str:
    shown = "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)
    return " ".join(shown.split())[:LONGEST_PLACE] or "?"


def _layout(pattern: re.Pattern, text: str) -> re.Match | None:
    """No platform writes longer names, and time to match grows with their square."""
    return pattern.fullmatch(text) if len(text) <= LONGEST_NAME else None


def _natural(text: str) -> list[tuple[int, str]]:
    """To sort by, so that 10 comes after 9."""
    words = re.findall(r"\d{1,9}|\D+", text)
    return [(int(w), "") if w.isdecimal() else (-1, w) for w in words]


def content(found: Found) -> bytes:
    """What is to be scored; what is too large is cut, and `score` refuses it. Raises what zipfile
    raises, and Spent."""
    path, *entries = found.steps
    most = LARGEST_NOTEBOOK + 1
    if not entries:
        with open(path, "rb") as file:
            return file.read(most)
    file = _inner(path, entries[0]) if entries[1:] else Path(path)
    with _opened(file) as archive, archive.open(entries[-1]) as entry:
        return entry.read(most)


@functools.lru_cache(maxsize=1)
def _inner(path: str, entry: str) -> bytes:
    """An archive in an archive; its notebooks are asked for one after the other."""
    with _opened(Path(path)) as archive:
        return _content(archive, archive.getinfo(entry), Budget())


def chosen(found: Iterable[Found], source: GradingSource) -> tuple[list[Found], list[Refused]]:
    """Of each learner one notebook for each set, and what is left out for it.

    The attempt that counts has the highest number at the end of its name, `(2)` or `-2`; where
    names tell nothing it is the last in their order. Points play no part, or one could guess."""
    of_learner: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for one in found:
        of_learner[one.learner, one.id].append(one)
    kept, left_out = [], []
    for attempts in of_learner.values():
        if len(attempts) > 1:
            attempts, others = _last_attempts(attempts, source)
            left_out += others
        kept += attempts
    return kept, left_out


def _last_attempts(
    attempts: list[Found], source: GradingSource
) -> tuple[list[Found], list[Refused]]:
    attempts = sorted(attempts, key=lambda one: one.attempt, reverse=True)
    kept: dict[str, Found] = {}
    unread, left_out, budget = [], [], Budget()
    for number, one in enumerate(attempts):
        try:
            if number == MOST_NOTEBOOKS:
                raise Spent
            data = content(one)
            budget.take(bytes=len(data))
        except Spent:
            rest = f"{len(attempts) - number} notebooks of {one.learner} are left out, this first"
            most = f"{MOST_NOTEBOOKS} and {LARGEST_ARCHIVE // MB} MB are looked at"
            left_out.insert(0, Refused(one.place, f"{rest}: {most}; ask which are meant"))
            break
        except Exception:  # `grade` says what is wrong with it
            unread.append(one)
            continue
        if not (name := set_name(data, source)):
            unread.append(one)
        elif name not in kept:
            kept[name] = one
        else:
            why = f"another attempt of {one.learner} at {name} counts, {kept[name].place}"
            left_out.append(Refused(one.place, f"{why}: ask which is meant"))
    return [*reversed(kept.values()), *unread], _shortened(left_out)


def _shortened(lines: list[Refused]) -> list[Refused]:
    if len(lines) <= MOST_LINES:
        return lines
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], Refused(lines[-1].place, f"and {more - 1} more like this")]
