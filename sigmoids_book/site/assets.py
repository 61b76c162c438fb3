"""The one style sheet, the one script, and the demos, put together when the book is built."""

import hashlib
import io
import os
import shutil
from functools import cache
from pathlib import Path

from sigmoids import figures
from sigmoids.demos import DEMOS, kit
from sigmoids_book import bundles

HERE = Path(__file__).parent
STATIC = HERE / "theme" / "static"
# Sphinx's scripts that no page loads; two of them use storage without a guard.
NOT_SHIPPED = ("doctools.js", "sphinx_highlight.js", "documentation_options.js")


@cache
def files() -> dict[str, bytes]:
    """What lies under `_static/`, by name."""
    katex = (HERE / "katex/katex.min.css").read_text(encoding="utf-8")
    katex = katex.replace("url(fonts/", "url(katex/")
    # Text shows at once in the fallback font, and no line moves when the font arrives.
    katex = katex.replace("@font-face{", "@font-face{font-display:swap;")
    made = bundles.bundle(entries())
    for stem, demo in DEMOS.items():
        for name in demo.files:
            made[f"demos/{stem}-{name}.js"] = kit.data_script(f"{stem}-{name}", demo.file(name))
    made["site.css"] += katex
    return {name: text.encode() for name, text in made.items()}


def entries() -> dict[str, bundles.Entry]:
    """What esbuild puts together, by name under `_static/`."""
    sheet = Path(os.path.relpath(kit.FOLDER / "kit.css", STATIC)).as_posix()
    made = {
        "site.css": bundles.Entry(f'@import "./site.css"; @import "{sheet}";', "css", STATIC),
        "site.js": bundles.Entry('import "./site.js";', "iife", STATIC),
        "search.js": bundles.Entry('import "./search.js";', "iife", STATIC),
    }
    return made | {f"demos/{stem}.js": bundles.script(stem) for stem in DEMOS}


@cache
def version() -> str:
    """A short checksum of what pages load: the address changes with it, so that no browser takes
    an old file from its store."""
    digest = hashlib.sha256()
    for name, content in sorted(files().items()):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:10]


def write(outdir: Path) -> None:
    """Write the assets, KaTeX's fonts and the social card into the built book."""
    static = outdir / "_static"
    for name in NOT_SHIPPED:
        (static / name).unlink(missing_ok=True)
    for name, content in files().items():
        path = static / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copytree(HERE / "katex/fonts", static / "katex", dirs_exist_ok=True)
    buffer = io.BytesIO()
    figures.social_card().savefig(buffer, format="png")
    (static / "card.png").write_bytes(buffer.getvalue())
