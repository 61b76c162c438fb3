"""`python -m sigmoids.site`: build the book in the current folder, warnings as errors."""

import re
import shutil
import subprocess
import sys
from pathlib import Path


def main() -> int:
    if not Path("_config.yml").exists():
        print("Run this at the top of the repository, where _config.yml stands.", file=sys.stderr)
        return 2
    log = Path("_build/build.log")
    log.parent.mkdir(exist_ok=True)
    print("Building the book", flush=True)
    # The output goes to a file: KaTeX's server outlives the build and would hold a pipe open.
    with log.open("w", encoding="utf-8") as stream:
        command = ["jupyter-book", "build", ".", "-W", "--keep-going"]
        failed = subprocess.run(command, stdout=stream, stderr=subprocess.STDOUT).returncode
    if failed:
        # Pages that were read once are not read again, so their warnings would not return.
        shutil.rmtree("_build/.doctrees", ignore_errors=True)
        text = re.sub(r"\x1b\[[\d;]*m", "", log.read_text(encoding="utf-8"))
        told = re.findall(r"^.*(?:WARNING|ERROR|rror:|^  \S).*$", text, flags=re.MULTILINE)
        print("\n".join(told), file=sys.stderr)
        print(f"The book was not built: see the warnings above, or {log}.", file=sys.stderr)
        return 1
    page = Path("_build/html/index.html").resolve()
    print(f"The book is in {page.parent}\nOpen {page}, or serve it: make serve")
    return 0


if __name__ == "__main__":
    sys.exit(main())
