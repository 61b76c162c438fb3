"""What comes out of a batch: tables, feedback for each learner, a report on the class.

Names and messages are the learners': pages escape them all, and a table's cell that a spreadsheet
would take for a formula begins with an apostrophe.
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

from sigmoids.grading.batch import Found, write

COLUMNS = ("learner", "set", "question", "points", "possible", "status", "message")
TEMPLATES = Path(__file__).parent / "templates"
# Of an export of Canvas's and Moodle's grades, what says who somebody is.
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = (
    *("Identifier", "First name", "Last name", "Surname", "Full name", "Username", "ID number"),
    *("Email address",),
)


class Graded(NamedTuple):
    """A submission and its result."""

    found: Found
    result: dict

    @property
    def set(self) -> str:
        return self.result["set"] or Path(self.found.name).stem


class Roster(NamedTuple):
    """Who takes part: the rows of an export, cut down to the columns that identify."""

    kind: str  # "canvas" or "moodle"
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def counted(graded: Iterable[Graded]) -> list[Graded]:
    """The best of each learner for each set, in the order of names."""
    best: dict[tuple[str, str, str], Graded] = {}
    for one in graded:
        who = (one.found.learner, one.found.id, one.set)
        if who not in best or one.result["points"] > best[who].result["points"]:
            best[who] = one
    return [best[who] for who in sorted(best)]


def defused(value: object) -> object:
    """A cell that no spreadsheet computes."""
    if isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@")):
        return "'" + value
    return value


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
    """Name and text of the table of totals, and the learners whom the roster lacks."""
    points: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    possible: dict[str, int] = {}
    for one in graded:
        points[one.found.learner, one.found.id][one.set] = one.result["points"]
        possible[one.set] = max(possible.get(one.set, 0), one.result["possible"])
    sets = sorted(possible)
    if roster is None:
        rows = [{"learner": name, **got} for (name, _), got in points.items()]
        return "totals.csv", table(["learner", *sets], rows), []
    found, unmatched = match(roster, points)
    rows = []
    if roster.kind == "canvas":
        rows.append({"Student": "Points Possible", **possible})
    for number, row in enumerate(roster.rows):
        got: dict[str, int] = {}
        for learner in found.get(number, ()):
            for name, value in points[learner].items():
                got[name] = max(value, got.get(name, 0))
        rows.append({**row, **got})
    return f"{roster.kind}.csv", table([*roster.columns, *sets], rows), unmatched


def file_name(text: str) -> str:
    """A name for a file: what a file system or a shell could take amiss becomes a hash."""
    safe = re.sub(r"[^\w.@+-]+", "_", text).strip("._-")[:40]
    if safe == text:
        return safe
    return f"{safe or 'learner'}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


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


def write_all(out: Path, graded: list[Graded], roster: Roster | None = None) -> list[str]:
    """Every file of the output folder. Returns the learners whom the roster lacks."""
    graded = counted(graded)
    write(out / "grades.csv", table(COLUMNS, grade_rows(graded)))
    name, text, unmatched = totals(graded, roster)
    write(out / name, text)
    entries = [
        {"learner": one.found.learner, "id": one.found.id, "file": "/".join(one.found.steps)}
        | one.result
        | {"set": one.set}
        for one in graded
    ]
    write(out / "grades.json", json.dumps(entries, indent=1) + "\n")
    for one in graded:
        learner = file_name("\n".join(filter(None, (one.found.learner, one.found.id))))
        write(out / "feedback" / learner / f"{file_name(one.set)}.html", feedback_page(one))
    write(out / "class.html", class_page(graded))
    return unmatched
