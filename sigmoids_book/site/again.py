"""A book built where an earlier one lies gives the same pages as one that is built from nothing.

Sphinx writes those pages anew whose sources have changed. By itself it leaves behind what has gone,
forgets terms that have stayed, and leaves an old table of contents in the other pages.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder

load_words, prune_pages = IndexBuilder.load, IndexBuilder.prune


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
    """All pages, if a title or the order has changed: each page carries the table of contents."""
    titles = {name: title.astext() for name, title in env.titles.items()}
    contents = titles, dict(env.toctree_includes)
    if contents == getattr(env, "contents_before", None):
        return []
    env.contents_before = contents
    return sorted(env.found_docs)


def remove_leftovers(app: Sphinx) -> None:
    """Delete pages and sources whose file has gone, and pictures that no page shows."""
    out = Path(app.outdir)
    names = {*app.env.found_docs, "search"}
    for folder, kind in ((out, "*.html"), (out / "_sources", "*.*")):
        for path in folder.rglob(kind):
            if path.relative_to(folder).with_suffix("").as_posix() not in names:
                path.unlink()
    shown = "".join(page.read_text(encoding="utf-8") for page in out.rglob("*.html"))
    for picture in (out / "_images").glob("*"):
        if picture.name not in shown:
            picture.unlink()


def setup(app: Sphinx) -> None:
    IndexBuilder.load = load_words_and_terms
    IndexBuilder.prune = prune_pages_and_words
    app.connect("env-updated", rewrite_all)
