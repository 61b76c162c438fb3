"""The whole site as one file, to be read without a network."""

import re
import shutil
import zipfile
from pathlib import Path

NAME = "sigmoid-function.zip"


def pack(html: Path) -> Path:
    """Zip the site in `html` beside it, the same bytes for the same pages; returns the archive.
    The site gets a copy, to which its pages link; the pages in the archive do not."""
    archive = html.with_name(NAME)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as pages:
        for path in sorted(p for p in html.rglob("*") if p.is_file()):
            name = path.relative_to(html).as_posix()
            if name in (NAME, ".buildinfo", "objects.inv", "404.html"):  # what servers need
                continue
            content = path.read_bytes()
            if path.suffix == ".html":
                content = re.sub(rb'<p class="offline">.*?</p>\n', b"", content)
                # Browsers refuse to fetch a font ahead from a folder, and complain of it.
                content = re.sub(rb'<link rel="preload"[^>]*>\n', b"", content)
            entry = zipfile.ZipInfo(f"sigmoid-function/{name}")  # dated 1980: no clock enters
            entry.external_attr = 0o644 << 16
            pages.writestr(entry, content, zipfile.ZIP_DEFLATED)
    shutil.copyfile(archive, html / NAME)
    return archive
