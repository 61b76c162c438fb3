"""The addresses at which the site is published: every absolute one is made here.

Pages link to each other relatively, so they also work in a folder. Absolute are the canonical
address, the picture that other sites show beside a link, and the links of 404.html, which a server
shows at any depth.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from sigmoids_book.site.markup import Page

LINKS = ("href", "src", "action", "data-static", "data-content_root")
PATH = re.compile(r"(?:/[\w.~%!$&()*+,;=:@-]+)*")


def base(root: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The address of the published site without a slash at its end, or "" where it has none.

    The first that is there counts: SITE_URL; the domain in the book's file CNAME; what GitHub Pages
    gives to GITHUB_REPOSITORY, which a workflow sets. Raises ValueError for what is no address.
    """
    if address := environment.get("SITE_URL", "").strip():
        return _checked(address, "SITE_URL")
    if (file := root / "CNAME").exists():
        return _checked(f"https://{file.read_text(encoding='utf-8').strip()}", "CNAME")
    owner, _, name = environment.get("GITHUB_REPOSITORY", "").partition("/")
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    if not (owner and name) or server != "https://github.com":
        return ""
    host = f"{owner.lower()}.github.io"
    return f"https://{host}" + ("" if name.lower() == host else f"/{name}")


def repository(environment: Mapping[str, str] = os.environ) -> str:
    """The address of the book's source, or "" where none is named."""
    return environment.get("REPOSITORY_URL", "").strip().rstrip("/")


def _checked(address: str, origin: str) -> str:
    parts = urlsplit(address)
    host = re.fullmatch(r"[\w.-]+(:\d+)?", parts.netloc)
    # A page in place of the folder, or two slashes, which begin another host's address.
    folder = PATH.fullmatch(parts.path.rstrip("/")) and not parts.path.endswith((".html", ".htm"))
    strange = re.search(r"""[\s"'<>?#\\]""", address)  # urlsplit drops line breaks unseen
    if parts.scheme not in ("http", "https") or not host or not folder or strange:
        raise ValueError(
            f"{origin} names {address!r}, which is no address of a site. Write one such as "
            + ("https://ada.github.io/course." if origin == "SITE_URL" else "sigmoid.example.org.")
        )
    return address.rstrip("/")


def absolute(base: str, name: str) -> str:
    """The address of a file of the site, such as `chapters/neuron.html`; "" without `base`. The
    first page is at the site's own address."""
    return base and f"{base}/{quote('' if name == 'index.html' else name)}"


def rooted(html: str, base: str) -> str:
    """A page of the site's top, its links made independent of the depth at which it is shown. They
    stay relative where the site has no address."""
    if not base:
        return html
    page, top = Page(html), urlsplit(base).path
    for element in page.elements:
        for name in LINKS:
            address = element.attributes.get(name)
            if address is not None and _is_relative(address):
                element.set(**{name: f"{top}/{address}"})
    return str(page)


def _is_relative(address: str) -> bool:
    return not urlsplit(address).scheme and not address.startswith(("/", "#"))
