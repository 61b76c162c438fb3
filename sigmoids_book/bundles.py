"""Write `sigmoids/demos/bundles/` anew: each demo's program and what it imports, in one file.

    python -m sigmoids_book.bundles [--check]

The site puts its scripts together whenever it is built. A demo in JupyterLab, where there may be no
Node.js, runs the file that is kept here. Doing it again changes no byte. `--check` writes nothing
and names what is out of date.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from sigmoids import terminal
from sigmoids.demos import DEMOS, kit
from sigmoids_book import node

PROGRAM = Path(__file__).parent / "bundle.mjs"


@dataclass(frozen=True)
class Entry:
    """What a script or a style sheet says first, and the folder from which it imports.

    A script of the kind "esm" is a module, one of the kind "iife" a classic script, which a page
    opened from a folder may load, too.
    """

    says: str
    kind: Literal["esm", "iife", "css"]
    folder: Path = kit.FOLDER


def module(stem: str) -> Entry:
    """A demo as a module for anywidget; one from a Blob cannot import its neighbours."""
    return Entry(f'import {{ render }} from "./{stem}.js"; export default {{ render }};', "esm")


def script(stem: str) -> Entry:
    """A demo as a script for a page, which it tells of its name."""
    define = f"window.sigmoids.define({json.dumps(stem)}, render);"
    return Entry(f'import {{ render }} from "./{stem}.js"; {define}', "iife")


def bundle(entries: dict[str, Entry]) -> dict[str, str]:
    """Each entry and all that it imports as one text, by the same names; the same on every machine.

    Raises NodeError, which names file and line, where a source is wrong.
    """
    done = subprocess.run(
        [node.binary(), PROGRAM],
        cwd=node.ROOT,
        env=node.environment(),
        input=json.dumps({name: asdict(entry) for name, entry in entries.items()}, default=str),
        capture_output=True,
        encoding="utf-8",
    )
    if "ERR_MODULE_NOT_FOUND" in done.stderr:
        raise node.NodeError("esbuild is not installed. Install it: python -m sigmoids_book.node")
    if done.returncode:
        raise node.NodeError(f"esbuild did not run: {done.stderr.strip()}")
    made = json.loads(done.stdout)
    if "wrong" in made:
        told = dict.fromkeys(f"{place}: {what}" if place else what for place, what in made["wrong"])
        raise node.NodeError("\n".join(told))
    return made


def outdated() -> list[tuple[Path, str | None]]:
    """Files in `bundles/` that are not what the sources give, each with its text; None where there
    is no such demo any more."""
    texts = bundle({stem: module(stem) for stem in DEMOS})
    wanted = {kit.BUNDLES / f"{stem}.js": text for stem, text in texts.items()}
    gone = [(path, None) for path in sorted(kit.BUNDLES.glob("*")) if path not in wanted]
    return gone + [(path, text) for path, text in wanted.items() if _read(path) != text]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m sigmoids_book.bundles",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing, list what is wrong")
    options = parser.parse_args(arguments)
    try:
        node.install()
        found = outdated()
    except node.NodeError as error:
        print(error, file=sys.stderr)
        return 1
    for path, text in found:
        name = path.relative_to(kit.BUNDLES.parents[2]).as_posix()
        if options.check:
            print(f"{name} is not what its sources give. Run `make bundles`.", file=sys.stderr)
        elif text is None:
            path.unlink()
            print(f"{name} removed: there is no such demo")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name} written")
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
