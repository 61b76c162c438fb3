"""The tables in `data/` from which pages are built."""

import csv
from pathlib import Path


def rows(path: Path) -> list[dict]:
    """All rows in the table's order, each with its line in the file as `line`; none if there is no
    such table: a book need not have one."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        return [{**row, "line": table.line_num} for row in table]
