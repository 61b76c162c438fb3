"""The command `sigmoids`, also as `python -m sigmoids_book`. Where a library of its own is missing,
a line says how to get it."""

from sigmoids_book import grading  # noqa: F401, first: nothing below may come from the current folder

# isort: split
import importlib.metadata
import re
import sys


def main() -> None:
    try:
        from sigmoids_book import cli
    except ModuleNotFoundError as error:
        if error.name not in _libraries():
            raise
        sys.exit(
            f"{error.name} is missing: the command sigmoids needs more than the notebooks do. "
            f"Type: python -m pip install {' '.join(_libraries())}"
        )
    cli.main()


def _libraries() -> list[str]:
    """Those of the extra `grading`, by name."""
    declared = importlib.metadata.requires("sigmoids") or []
    return [re.match(r"[\w.-]+", line)[0] for line in declared if "'grading'" in line]


if __name__ == "__main__":
    main()
