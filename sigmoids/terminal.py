"""What a command tells a reader, on any terminal and any disk.

Where the encoding lacks characters that the course uses, what is nearest stands for them, and
nothing stops: Windows's cp1252 has no subscripts and no minus sign, ASCII no dash. Where the disk
is full or a folder closed, one line says so, and what to do.
"""

import codecs
import contextlib
import errno
import sys
import unicodedata
from collections.abc import Callable

# Where Unicode's own decomposition, as 0 of the subscript, does not lead to ASCII.
NEAREST = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑─━", "-"),
        **dict.fromkeys("‘’′", "'"),
        **dict.fromkeys("“”″", '"'),
        **{"⁄": "/", "·": "*", "×": "x", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->"},
    }
)
HANDLER = "sigmoids.nearest"
FULL = "Make room on the disk, then type the same command again."
CLOSED = "Copy the course to a folder of your own, and go on there."
REMEDIES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: CLOSED,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
}


def run(command: Callable[[], int | None], *, failed: int = 1) -> int | None:
    """A command's exit status. Both streams show anything, and where the machine does not let the
    command write a file, one line says what to do, and `failed` is the status."""
    show_anything()
    try:
        return command()
    except OSError as error:
        if not (line := trouble(error)):
            raise
    print(line, file=sys.stderr)
    return failed


def trouble(error: OSError) -> str:
    """What a full disk or a closed folder says to a reader; empty for another error."""
    said = error.strerror or ""
    if said.startswith("No usable temporary directory"):
        return f"{said}. Make room in one of these folders, or name another: TMPDIR=/path/to/it"
    if error.errno not in REMEDIES:
        return ""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{said}. {REMEDIES[error.errno]}"


def show_anything() -> None:
    """From now on neither standard stream raises UnicodeEncodeError."""
    codecs.register_error(HANDLER, _replaced)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # none, another's kind, a closed one
            stream.reconfigure(errors=HANDLER)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(nearest, error.object[error.start : error.end])), error.end


def nearest(character: str) -> str:
    """In ASCII: `0` for the subscript, `sigma` for σ, `?` where nothing is near."""
    name = unicodedata.name(character, "")
    if name.startswith("GREEK ") and " LETTER " in name:
        word = name.split(" LETTER ")[1].split()[0]
        return word.capitalize() if "CAPITAL" in name else word.lower()
    text = unicodedata.normalize("NFKD", character).translate(NEAREST)
    return text.encode("ascii", "ignore").decode("ascii") or "?"
