"""`python -m sigmoids.lab`: copy chapters and exercises into work/, overwriting nothing."""

import shutil
import sys
from pathlib import Path


def copy_notebooks(root: Path) -> tuple[list[Path], list[Path]]:
    """Copy what is not there yet. Returns the copies made and those left as they were."""
    made, kept = [], []
    for folder in ("chapters", "exercises"):
        for source in sorted((root / folder).glob("[!_]*.ipynb")):
            copy = root / "work" / folder / source.name
            if copy.exists():
                kept.append(copy)
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            made.append(copy)
    return made, kept


def main() -> int:
    made, kept = copy_notebooks(Path.cwd())
    print(f"work/: {len(made)} notebooks copied, {len(kept)} of yours left as they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
