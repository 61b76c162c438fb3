"""What comes out of a batch: tables, feedback for each learner, a report on the class.

Names and messages are the learners': pages escape them all, and where a spreadsheet would take a
table's cell, or a part of it, for a formula, an apostrophe stands before it.
"""

import csv
import functools
import hashlib
import io
import json
import re
import statistics
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import jinja2

from sigmoids_book.grading.collect import Found
from sigmoids_book.grading.output import Folder

COLUMNS = ("learner", "set", "question", "points", "possible", "status", "message")
TEMPLATES = Path(__file__).parent / "templates"
# Of an export of Canvas's and Moodle's grades, what says who somebody is.
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = (
    *("Identifier", "First name", "Last name", "Surname", "Full name", "Username", "ID number"),
    *("Email address",),
)
# Where a formula may begin: a table for commas is also read with semicolons or tabs for separators.
# The signs as wide as Chinese characters count, too.
FORMULA = re.compile(r"(?:^|(?<=[;|\t\r\n]))([\s\"]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])")
# Windows takes them for devices, whatever follows a dot.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)
HASHED = re.compile(r".*-[0-9a-f]{8}")


class Graded(NamedTuple):
    """A submission and its result."""

    found: Found
    result: dict

    @property
    def set(self) -> str:
        """Of what could not be read, what the file's name says."""
        return self.result["set"] or Path(self.found.name).stem

    @property
    def who(self) -> tuple[str, str]:
        return self.found.learner, self.found.id


class Roster(NamedTuple):
    """Who takes part: the rows of an export, cut down to the columns that identify."""

    kind: str  # "canvas" or "moodle"
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def counted(graded: Iterable[Graded]) -> list[Graded]:
    """One of each learner for each set, in the order of names: the last attempt. What could not be
    read stands beside it."""
    last: dict[tuple[str, ...], Graded] = {}
    for one in graded:
        which = (one.set, "") if one.result["set"] else (one.set, *one.found.steps)
        key = (*one.who, *which)
        if key not in last or one.found.attempt >= last[key].found.attempt:
            last[key] = one
    return [last[key] for key in sorted(last)]


def defused(value: object) -> object:
    """A cell that no spreadsheet computes, whichever separator it takes the table to have."""
    return FORMULA.sub(r"\1'", value) if isinstance(value, str) else value


def table(columns: Iterable[str], rows: Iterable[dict]) -> str:
    text = io.StringIO()
    columns = list(columns)
    writer = csv.writer(text)
    writer.writerow([defused(c) for c in columns])
    writer.writerows([defused(row.get(c, "")) for c in columns] for row in rows)
    return text.getvalue()


def grade_rows(graded: list[Graded]) -> list[dict]:
    """A row for each question; one for the whole of what could not be read."""
    rows = []
    for one in graded:
        marked = "" if one.result["isolated"] else "Scored without isolation. "
        head = {"learner": one.found.learner, "set": one.set}
        parts = one.result["questions"] or [{**one.result, "id": ""}]
        for q in parts:
            row = {k: q[k] for k in ("points", "possible", "status")}
            rows.append(head | row | {"question": q["id"], "message": marked + q["message"]})
    return rows


def read_roster(path: Path) -> Roster:
    """An export of Canvas's gradebook, or of Moodle's grades or participants. Raises ValueError."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    dialect = "excel-tab" if "\t" in text.partition("\n")[0] else "excel"
    lines = list(csv.DictReader(io.StringIO(text), dialect=dialect))
    names = [n.strip() for n in (lines[0] if lines else {}) if n]
    kind, known = ("canvas", CANVAS) if {"Student", "ID"} <= set(names) else ("moodle", MOODLE)
    columns = tuple(n for n in names if n in known)
    if not columns:
        raise ValueError(
            f"{path} has none of the columns of an export: Student and ID for Canvas; Identifier, "
            "Full name, Email address and the like for Moodle."
        )
    rows = []
    for line in lines:
        row = {
            c: next((v or "" for k, v in line.items() if k and k.strip() == c), "").strip()
            for c in columns
        }
        if any(row.values()) and not row.get("Student", "").lstrip().startswith("Points Possible"):
            rows.append(row)
    return Roster(kind, columns, tuple(rows))


def plain(name: str) -> str:
    """Letters and digits alone, without accents or case, to compare names by."""
    text = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in text if c.isalnum())


def _names(row: dict[str, str]) -> set[str]:
    """By which of a learner's names a row of the roster can be meant."""
    last = row.get("Last name") or row.get("Surname", "")
    names = {v for k, v in row.items() if k != "Section"}
    names |= {row.get("First name", "") + last, last + row.get("First name", "")}
    names.add(row.get("Email address", "").partition("@")[0])
    if "," in row.get("Student", ""):
        family, _, given = row["Student"].partition(",")
        names |= {given + family, family + given}
    if full := row.get("Full name", ""):
        given, _, family = full.rpartition(" ")
        names |= {family + given}
    return {plain(n) for n in names} - {""}


def match(
    roster: Roster, learners: Iterable[tuple[str, str]]
) -> tuple[dict[int, set[tuple[str, str]]], list[str]]:
    """By row of the roster its learners, (name, id); and the names that no row, or more than one,
    can be meant by."""
    by_id: dict[str, set[int]] = defaultdict(set)
    by_name: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(roster.rows):
        identifier = row.get("ID") or row.get("Identifier", "").removeprefix("Participant ")
        by_id[identifier.strip()].add(number)
        for name in _names(row):
            by_name[name].add(number)
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    unmatched = []
    for name, identifier in learners:
        rows = by_id.get(identifier) if identifier else None
        rows = rows or by_name.get(plain(name), set())
        if len(rows) == 1:
            found[next(iter(rows))].add((name, identifier))
        else:
            unmatched.append(name)
    return found, unmatched


def totals(graded: list[Graded], roster: Roster | None) -> tuple[str, str, list[str]]:
    """Name and text of the table of totals, and the learners whom the roster lacks. Its columns
    are sets of the course, never what a file that could not be read is called."""
    points: dict[tuple[str, str], dict[str, int]] = {one.who: {} for one in graded}
    possible: dict[str, int] = {}
    for one in graded:
        if name := one.result["set"]:
            points[one.who][name] = one.result["points"]
            possible[name] = max(possible.get(name, 0), one.result["possible"])
    names = ("learner",) if roster is None else roster.columns
    columns = {name: _new(name, names) for name in sorted(possible)}
    if roster is None:
        rows = [
            {"learner": who[0], **{columns[k]: v for k, v in got.items()}}
            for who, got in points.items()
        ]
        return "totals.csv", table([*names, *columns.values()], rows), []
    found, unmatched = match(roster, points)
    rows = []
    if roster.kind == "canvas":
        best = {columns[name]: value for name, value in possible.items()}
        rows.append({"Student": "Points Possible", **best})
    for number, row in enumerate(roster.rows):
        got: dict[str, int] = {}
        for learner in found.get(number, ()):
            for name, value in points[learner].items():
                got[columns[name]] = max(value, got.get(columns[name], 0))
        rows.append({**row, **got})
    return f"{roster.kind}.csv", table([*names, *columns.values()], rows), unmatched


def _new(name: str, taken: Iterable[str]) -> str:
    """A column's name beside those that are taken."""
    return f"set {name}" if plain(name) in map(plain, taken) else name


def file_names(texts: Iterable[str]) -> dict[str, str]:
    """For each a name for a file, no two alike on any file system: with a hash where one could
    take it amiss, does not tell it from another, or it looks like one with a hash."""
    texts = list(dict.fromkeys(texts))
    safe = {t: re.sub(r"[^\w.@+-]+", "_", _composed(t)).strip("._-")[:40] for t in texts}
    alike = Counter(name.casefold() for name in safe.values())
    found = {}
    for text, name in safe.items():
        odd = RESERVED.fullmatch(name) or HASHED.fullmatch(name) or alike[name.casefold()] > 1
        checksum = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
        found[text] = f"{name or 'learner'}-{checksum}" if odd or name != text else name
        if RESERVED.fullmatch(name):
            found[text] = f"_{found[text]}"
    return found


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@functools.cache
def _pages() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def feedback_page(one: Graded) -> str:
    page = _pages().get_template("feedback.html")
    return page.render(learner=one.found.learner, name=one.set, result=one.result)


def class_page(graded: list[Graded]) -> str:
    read = [one for one in graded if one.result["questions"]]
    by_set: dict[str, list[dict]] = defaultdict(list)
    for one in read:
        by_set[one.set].append(one.result)
    return (
        _pages()
        .get_template("class.html")
        .render(
            learners=len({(one.found.learner, one.found.id) for one in graded}),
            sets=[_of_set(results) for _, results in sorted(by_set.items())],
            unsafe=any(not one.result["isolated"] for one in graded),
            unread=[
                {"learner": one.found.learner, "message": one.result["message"]}
                for one in graded
                if not one.result["questions"]
            ],
        )
    )


def _of_set(results: list[dict]) -> dict:
    points = [r["points"] for r in results]
    possible = results[0]["possible"]
    tenths = Counter(min(9, 10 * p // possible) if possible else 0 for p in points)
    most = max(tenths.values())
    questions = []
    told: Counter = Counter()
    for index, q in enumerate(results[0]["questions"]):
        answers = [r["questions"][index] for r in results]
        share = sum(a["points"] for a in answers) / (q["possible"] * len(answers))
        counts = Counter(a["status"] for a in answers)
        questions.append(
            {
                "title": q["title"],
                "percent": round(100 * share),
                **{status: counts[status] for status in ("right", "unanswered", "stopped")},
            }
        )
        told.update(
            (q["title"], a["message"]) for a in answers if a["status"] in ("wrong", "partly")
        )
    return {
        "title": results[0]["title"],
        "submissions": len(results),
        "possible": possible,
        "mean": statistics.fmean(points),
        "median": statistics.median(points),
        "distribution": [
            {
                "name": f"{10 * k}–{10 * k + 10}%",
                "count": tenths[k],
                "percent": 100 * tenths[k] // most,
            }
            for k in range(10)
        ],
        "questions": sorted(questions, key=lambda q: q["percent"]),
        "misconceptions": [
            {"title": title, "message": message, "count": count}
            for (title, message), count in told.most_common(10)
        ],
    }


def write_all(out: Path | Folder, graded: list[Graded], roster: Roster | None = None) -> list[str]:
    """Every file of the output folder, or none: nothing of an earlier run is left. Returns the
    learners whom the roster lacks. Raises Unusable."""
    graded = counted(graded)
    name, text, unmatched = totals(graded, roster)
    files = {"grades.csv": table(COLUMNS, grade_rows(graded)), name: text}
    entries = [
        {"learner": one.found.learner, "id": one.found.id, "file": "/".join(one.found.steps)}
        | one.result
        | {"set": one.set, "steps": one.found.steps}
        for one in graded
    ]
    files["grades.json"] = json.dumps(entries, indent=1) + "\n"
    files["class.html"] = class_page(graded)
    files |= _pages_of(graded)
    old = {"feedback", *(f"{kind}.csv" for kind in ("totals", "canvas", "moodle"))}
    if isinstance(out, Folder):
        out.replace(files, old)
    else:
        with Folder(out) as folder:
            folder.replace(files, old)
    return unmatched


def _pages_of(graded: list[Graded]) -> dict[str, str]:
    """The feedback: a folder for each learner, a page for each set and for what was not read."""
    of_learner: dict[str, list[Graded]] = defaultdict(list)
    for one in graded:
        of_learner["\n".join(filter(None, one.who))].append(one)
    folders, pages = file_names(of_learner), {}
    for who, ones in of_learner.items():
        titles = [one.set if one.result["set"] else f"{one.set} {one.found.place}" for one in ones]
        names = file_names(titles)
        for title, one in zip(titles, ones, strict=True):
            pages[f"feedback/{folders[who]}/{names[title]}.html"] = feedback_page(one)
    return pages


def earlier(folder: Folder) -> list[tuple[Found, str]]:
    """What the tables in the folder are about: submissions and their sets."""
    try:
        entries = json.loads(folder.read("grades.json") or "[]")
        return [
            (Found(e["learner"], e["id"], f"{e['set']}.ipynb", tuple(e["steps"])), e["set"])
            for e in entries
        ]
    except (ValueError, KeyError, TypeError):
        return []
