"""A book built where an earlier one lies gives the same pages as one that is built from nothing.

What any page may depend on beside the text of pages (code, data, settings, sources, packages) has
one checksum: if it is another than before, or the last build did not end, all is built from
nothing. Otherwise a page is read anew when its own text or a file that it names has changed, and
all pages are written anew when one of them changes what others show of it: a title, an anchor, a
term, a citation.

Sphinx by itself goes by the clock of files, leaves behind what has gone, forgets terms that have
stayed, and leaves old titles in the other pages.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder

from sigmoids import datasets
from sigmoids_book.site import addresses, claims, outcomes, timeline

PACKAGES = (datasets.HERE, Path(__file__).parent.parent)
SETTINGS = ("_config.yml", "_toc.yml", "references.bib")
TABLES = (claims.TABLE.path, outcomes.TABLE.path, timeline.TABLE.path)  # in pages Sphinx knows
MADE = ("html", ".doctrees", "jupyter_execute")  # in _build/, of pages
ENDED = ".ended"  # in _build/: the checksum with which the last build ended
load_words, prune_pages = IndexBuilder.load, IndexBuilder.prune


def begin(root: Path) -> str:
    """Before a build: remove what was made of other code, data, settings or packages, and what a
    build left that did not end. Returns the checksum, for `end`."""
    build, now = root / "_build", checksum(root)
    if _ended(root) != now:
        for made in (build / name for name in MADE):
            if made.exists():
                shutil.rmtree(made)
    (build / ENDED).unlink(missing_ok=True)
    return now


def is_current(root: Path) -> bool:
    """Whether a build would begin with what the last one left."""
    return _ended(root) == checksum(root)


def _ended(root: Path) -> str:
    """The checksum with which the last build ended; empty if none did."""
    path = root / "_build" / ENDED
    return path.read_text(encoding="utf-8") if path.exists() else ""


def end(root: Path, checksum: str) -> None:
    """After a build without fault; `checksum` is from its beginning, for files may have changed."""
    (root / "_build" / ENDED).write_text(checksum, encoding="utf-8")


def checksum(root: Path) -> str:
    """Of all that a page of the book in `root` may depend on beside the text of pages."""
    digest = hashlib.sha256()
    for name, content in _shared_files(root):
        digest.update(repr((name, _file_digest(content))).encode())
    # The record of an installed package has a checksum of each of its files.
    packages = sorted(
        one.read_text("RECORD") or one.read_text("METADATA") or ""
        for one in metadata.distributions()
    )
    published = addresses.base(root), addresses.repository()
    digest.update(repr((packages, sys.version, str(root), published)).encode())
    return digest.hexdigest()


def _shared_files(root: Path) -> Iterator[tuple[str, Path]]:
    for name in SETTINGS:
        yield name, root / name
    for folder in (*PACKAGES, datasets.FOLDER, root / "data"):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and "__pycache__" not in path.parts and f"data/{name}" not in TABLES:
                yield f"{folder.name}/{name}", path


def _file_digest(path: Path) -> str:
    """Empty where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def changed_pages(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages whose text, or a file that they name, is another than when they were read, be it of an
    older date."""
    before = getattr(env, "contents_before", {})
    return [name for name in before.keys() & env.found_docs if before[name] != _content(env, name)]


def _content(env: BuildEnvironment, page: str) -> list[str]:
    names = sorted({env.doc2path(page), *env.dependencies[page]})
    return [_file_digest(Path(env.srcdir, name)) for name in names]


def load_words_and_terms(index: IndexBuilder, stream, format) -> None:
    """Read an earlier search index. Sphinx 7.4 takes over the words of pages that are not written
    anew, and drops the terms that they explain."""
    load_words(index, stream, format)
    stream.seek(0)
    frozen = format.load(stream)
    terms = {name: [] for name in frozen["docnames"] if name in index.env.all_docs}
    for term, places in frozen["indexentries"].items():
        for page, anchor, is_main in places:
            name = frozen["docnames"][page]
            if name in terms:
                terms[name].append((term, anchor, "main" if is_main else ""))
    index._index_entries.update(terms)


def prune_pages_and_words(index: IndexBuilder, pages) -> None:
    """Keep these pages alone, and no word that is in none of them."""
    prune_pages(index, pages)
    for mapping in (index._mapping, index._title_mapping):
        for word in [word for word, found in mapping.items() if not found]:
            del mapping[word]


def rewrite_all(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """All pages, if one of them shows itself to the others in another way than before."""
    env.contents_before = {name: _content(env, name) for name in env.found_docs}
    shown = _shown_to_others(env)
    if shown == getattr(env, "shown_before", None):
        return []
    env.shown_before = shown
    return sorted(env.found_docs)


def _shown_to_others(env: BuildEnvironment) -> list[str]:
    """Titles, order, anchors, terms and citations, in an order that reading does not change."""
    std, cite = env.domaindata["std"], env.domaindata["cite"]
    shown = [
        env.toctree_includes,
        {name: title.pformat() for name, title in env.titles.items()},
        *(std[kind] for kind in ("labels", "anonlabels", "objects", "progoptions")),
        {
            name: {slug: words for slug, (_, *words) in env.metadata[name]["myst_slugs"].items()}
            for name in env.found_docs
            if "myst_slugs" in env.metadata[name]
        },
        {
            (one.docname, one.citation_ref_id): [target.key for target in one.targets]
            for one in cite["citation_refs"]
        },
        {
            (one.bibliography_key, one.key): (one.citation_id, one.formatted_entry.label)
            for one in cite["citations"]
        },
        env.domaindata["math"]["objects"],
    ]
    return [repr(sorted(one.items(), key=repr)) for one in shown]


def remove_leftovers(app: Sphinx) -> None:
    """Delete pages and sources whose file has gone, and pictures that no page shows."""
    out, env = Path(app.outdir), app.env
    pages = {f"{name}.html" for name in (*env.found_docs, "search", "404")}
    sources = {Path(env.doc2path(name, base=False)).as_posix() for name in env.found_docs}
    for folder, kind, names in ((out, "*.html", pages), (out / "_sources", "*.*", sources)):
        for path in folder.rglob(kind):
            if path.relative_to(folder).as_posix() not in names:
                path.unlink()
    shown = "".join(page.read_text(encoding="utf-8") for page in out.rglob("*.html"))
    for picture in (out / "_images").glob("*"):
        if picture.name not in shown:
            picture.unlink()


def setup(app: Sphinx) -> None:
    IndexBuilder.load = load_words_and_terms
    IndexBuilder.prune = prune_pages_and_words
    app.connect("env-get-outdated", changed_pages)
    app.connect("env-updated", rewrite_all, priority=900)  # after the citations have their names
