"""`python -m sigmoids_book.site`: build the book in the current folder, warnings as errors."""

import glob
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tqdm import tqdm

from sigmoids import terminal
from sigmoids_book import bundles, complaint, kernel, node
from sigmoids_book.complaint import Complaint, Place
from sigmoids_book.site import addresses, again, assets, cells, offline

# Its script names the folder in which it was installed, and fails where that was moved.
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main(prog_name='jupyter-book')"
ROOM = 2**20  # bytes, without which a build may fail for another reason than it says
WARNING = re.compile(
    r"^(?:(?P<file>[^\s:][^:\n]*?\.\w+)(?::(?P<line>\d*))?: )?(?:WARNING|ERROR): (?P<what>.+)$",
    flags=re.MULTILINE,
)
# How Sphinx says which page it reads or writes; colours stand between the words.
COLOUR = r"(?:\x1b\[[\d;]*m)*"
STEP = re.compile(rf"(reading|writing) \w+\.\.\. {COLOUR}\[ *(\d+)%\] {COLOUR}([\w/-]+)")
# What to do about the warnings of Sphinx and MyST; our own say it themselves.
REMEDIES = {
    "cross-reference target not found": "Mend the link, or add what it names.",
    "local id not found": "Mend the part after #, or add the heading that it names.",
    "could not find bibtex key": "Add the source to references.bib, or mend the key.",
    "image file not readable": "Add the file, or mend its name.",
    "term not in glossary": "Mend the term, or add it to reference/glossary.md.",
    "Unknown interpreted text role": "Mend the name in braces.",
    "Unknown directive type": "Mend the name in braces.",
    "toctree contains reference to nonexisting": "Add the file, or take its line out of _toc.yml.",
}


def explain(log: str, root: Path) -> list[Complaint]:
    """The warnings of a build."""
    found = []
    for match in WARNING.finditer(log):
        place = _place(match["file"], match["line"], root)
        what = re.sub(r" \[[\w.]+\]$", "", match["what"]).rstrip(".…")
        remedy = next((r for sign, r in REMEDIES.items() if sign in what), "")
        found.append(Complaint(place, f"{what}.", remedy))
    return list(dict.fromkeys(found))


def explain_stop(log: str) -> list[Complaint]:
    """Why a build that stopped in the middle did so: its last exception."""
    # An empty RuntimeError is Jupyter Book's own, and says only that Sphinx has failed.
    exceptions = re.findall(r"^[\w.]*(?:Error|Exception): .+$", log, flags=re.MULTILINE)
    return [Complaint(None, line) for line in exceptions[-1:] or log.splitlines()[-15:]]


def _place(file: str | None, line: str | None, root: Path) -> Place | None:
    if not file:
        return None
    path = Path(file)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else file
    if line and path.suffix == ".ipynb":
        cell, within = divmod(int(line), cells.LINES)
        return Place(name, cell=cell, line=within, name=cells.cell_ids(path)[cell - 1])
    return Place(name, line=int(line) if line else None)


def show_progress(build: subprocess.Popen, log: Path) -> None:
    """Wait for a build and show on a terminal how far it has come, by what it logs."""
    with tqdm(total=200, disable=None, ncols=79, bar_format="{l_bar}{bar}| {elapsed}") as bar:
        while build.poll() is None:
            time.sleep(0.2)
            steps = STEP.findall(log.read_text(encoding="utf-8", errors="replace"))
            if steps:
                doing, percent, page = steps[-1]
                bar.n = int(percent) + (100 if doing == "writing" else 0)
                bar.set_description(f"{doing} {page}"[:32].ljust(32))


def main() -> int:
    if not Path("_config.yml").exists():
        print("Run this at the top of the repository, where _config.yml stands.", file=sys.stderr)
        return 2
    root = Path.cwd()
    if glob.escape(str(root)) != str(root):  # sphinx-external-toc takes it for a pattern
        print(f"{root}: rename the folder, without any of [ ] * ?, to build.", file=sys.stderr)
        return 2
    try:
        addresses.base(root)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        node.install()
        bundles.bundle(assets.entries())  # Sphinx would say what is wrong in a dozen lines
    except node.NodeError as error:
        print(error, file=sys.stderr)
        return 1
    log = Path("_build/build.log")
    log.parent.mkdir(exist_ok=True)
    checksum = again.begin(root)
    print("Building the book", flush=True)
    with log.open("w", encoding="utf-8") as stream:
        command = [sys.executable, "-c", JUPYTER_BOOK, "build", ".", "-W", "--keep-going"]
        environment = {
            **kernel.environment(),
            **{"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"},
            "PYTHONUNBUFFERED": "1",  # else the log comes at the end
        }
        environment.pop("SOURCE_DATE_EPOCH", None)  # Sphinx may stop at it, and no page has a date
        build = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT, env=environment)
        show_progress(build, log)
        failed = build.returncode
    if failed:
        # The next build begins anew: of pages that are not read again the warnings do not return.
        text = re.sub(r"\x1b\[[\d;]*m", "", log.read_text(encoding="utf-8"))  # colours
        complaint.report(explain(text, root) or explain_stop(text))
        if shutil.disk_usage(log.parent).free < ROOM:
            print(f"{log.parent.resolve()}: the disk is full. {terminal.FULL}", file=sys.stderr)
        print(f"The book was not built: see above, or all in {log}.", file=sys.stderr)
        return 1
    page = Path("_build/html/index.html").resolve()
    archive = offline.pack(page.parent)
    again.end(root, checksum)
    print(f"The book is in {page.parent}, to take along in {archive}")
    print(f"Open {page}, or serve it: make serve")
    return 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
