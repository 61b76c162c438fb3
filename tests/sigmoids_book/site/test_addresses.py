"""The absolute addresses of the site: of a project page, a user page, a domain of one's own, and of
none; and the page that a server shows for what is not there."""

import re
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from sigmoids_book.site import addresses
from tests.support import ROOT
from tests.support.books import build
from tests.support.pages import accessibility_violations
from tests.support.server import Quiet, serve

PROJECT, USER, DOMAIN = "https://ada.github.io/course", "https://ada.github.io", "https://s.example"
COURSE = {"GITHUB_REPOSITORY": "ada/course"}


@pytest.mark.parametrize(
    ("environment", "domain", "address"),
    [
        ({}, None, ""),
        ({"SITE_URL": ""}, None, ""),
        ({"SITE_URL": f" {PROJECT}/\n"}, None, PROJECT),
        ({"SITE_URL": "http://127.0.0.1:8000/"}, None, "http://127.0.0.1:8000"),
        (COURSE, None, PROJECT),
        ({**COURSE, "SITE_URL": ""}, None, PROJECT),  # as the workflow, where Pages has no answer
        ({"GITHUB_REPOSITORY": "Ada/Course"}, None, "https://ada.github.io/Course"),
        ({"GITHUB_REPOSITORY": "ada/ada.github.io"}, None, USER),
        ({"GITHUB_REPOSITORY": "Ada/Ada.GitHub.io"}, None, USER),
        (COURSE, "s.example\n", DOMAIN),
        ({**COURSE, "SITE_URL": PROJECT}, "s.example", PROJECT),
        ({**COURSE, "GITHUB_SERVER_URL": "https://git.example"}, None, ""),
    ],
)
def test_the_address_is_the_one_at_which_pages_serves(tmp_path, environment, domain, address):
    if domain:
        (tmp_path / "CNAME").write_text(domain, encoding="utf-8")
    assert addresses.base(tmp_path, environment) == address


@pytest.mark.parametrize(
    "wrong",
    [
        *("ada.github.io/course", "ftp://ada.example", "https://", "https://a b", f"{USER}/?x=1"),
        *("https://x.org//a//", f"{USER}/index.html", f"{USER}/a b", f'{USER}/a"b', f"{USER}/a'b"),
        *(f"{USER}/a\nb", f"{USER}/a<b", f"{USER}/a//b"),
    ],
)
def test_what_is_no_address_is_refused_with_an_example(tmp_path, wrong):
    with pytest.raises(ValueError, match=r"SITE_URL names .*https://ada\.github\.io/course"):
        addresses.base(tmp_path, {"SITE_URL": wrong})
    for domain in ("https://s.example", "s.example\nt.example\n"):
        (tmp_path / "CNAME").write_text(domain, encoding="utf-8")
        with pytest.raises(ValueError, match=r"CNAME names .*sigmoid\.example\.org"):
            addresses.base(tmp_path, {})


def test_the_first_page_is_at_the_sites_own_address():
    assert addresses.absolute(PROJECT, "index.html") == f"{PROJECT}/"
    assert addresses.absolute(USER, "chapters/a b.html") == f"{USER}/chapters/a%20b.html"
    assert addresses.absolute("", "index.html") == ""


def test_of_a_pages_addresses_the_relative_ones_alone_are_given_the_sites():
    page = '<a href="{}x.html"></a><img src="https://b.example/y.svg"><a href="#z"></a>'
    assert addresses.rooted(page.format(""), PROJECT) == page.format(f"{urlsplit(PROJECT).path}/")


def test_the_workflow_asks_pages_for_the_address():
    text = (ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["test"]
    (asked,) = [s for s in job["steps"] if s.get("uses", "").startswith("actions/configure-pages@")]
    given = {s["run"]: s["env"]["SITE_URL"] for s in job["steps"] if "env" in s}
    answer = f"${{{{ steps.{asked['id']}.outputs.base_url }}}}"
    assert given == {"make site": answer, "make test": answer}
    assert asked["continue-on-error"] and "SITE_URL" not in job["env"]


@pytest.fixture(scope="module", params=[PROJECT, USER, DOMAIN, ""], ids=lambda p: p or "none")
def published(request, tmp_path_factory):
    """The address of a small book, and the folder in which it was built for it."""
    folder = tmp_path_factory.mktemp("book")
    repository = {PROJECT: "ada/course", USER: "ada/ada.github.io"}.get(request.param, "")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        patch.delenv("GITHUB_SERVER_URL", raising=False)
        patch.setenv("GITHUB_REPOSITORY", repository)
        if request.param == DOMAIN:
            (folder / "CNAME").write_text("s.example", encoding="utf-8")
        status, text = build(folder, index="```{demo} slope\n```\n")
    assert status == 0, text
    return request.param, folder / "_build/html"


def test_pages_name_their_address_and_that_of_their_picture(published):
    base, html = published
    for name, at in (("index.html", f"{base}/"), ("chapters/a.html", f"{base}/chapters/a.html")):
        page = (html / name).read_text(encoding="utf-8")
        found = re.findall(r'rel="canonical" href="(.*?)"|og:(?:url|image)" content="(.*?)"', page)
        named = [one or other for one, other in found]
        assert named == ([at, at, f"{base}/_static/card.png"] if base else [])
    assert (html / "_static/card.png").exists()
    assert "canonical" not in (html / "404.html").read_text(encoding="utf-8")


# Without an address the links of 404.html stay relative.
WITH_ADDRESS = pytest.mark.parametrize("published", [PROJECT, DOMAIN], indirect=True)


class Pages(Quiet):
    """Serves a site below a path, and its 404.html for what is not there, as GitHub Pages does."""

    path_of_site = ""

    def translate_path(self, path):
        inside = path.startswith(f"{self.path_of_site}/")
        return super().translate_path(path.removeprefix(self.path_of_site) if inside else "/none")

    def send_error(self, code, *_):
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with open(f"{self.directory}/404.html", "rb") as page:
            self.wfile.write(page.read())


@pytest.fixture
def server(published):
    """The address at which the book is served."""
    base, html = published
    path = urlsplit(base).path
    with serve(html, type("At", (Pages,), {"path_of_site": path})) as server:
        yield f"http://127.0.0.1:{server.server_port}{path}/"
        server.shutdown()


@WITH_ADDRESS
@pytest.mark.parametrize("name", ["gone.html", "chapters/gone", "chapters/deep/gone.html"])
def test_what_is_not_there_leads_to_all_pages_from_any_depth(page, server, name):
    answer = page.goto(server + name, wait_until="networkidle")
    assert answer.status == HTTPStatus.NOT_FOUND
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    assert [wrong for wrong in page.wrong if "404" not in wrong] == [] and len(page.wrong) == 1
    found = page.evaluate(
        "[...document.querySelectorAll('[href], [src], form')].map((one) =>"
        " one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'))"
    )
    here = [link for link in found if not link.startswith(("#", "https:"))]
    assert len(here) > 7
    for link in here:
        address = urljoin(page.url, link)
        assert address.startswith(server) and page.request.get(address).ok, link
    assert accessibility_violations(page) == []
    page.locator("form.find input").fill("slope")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}search.html?q=slope")


@WITH_ADDRESS
@pytest.mark.parametrize("sign", ["%23", "%2523"])
def test_a_link_to_a_demo_whose_number_sign_was_encoded_arrives(page, server, find_demo, sign):
    page.goto(f"{server}index.html{sign}demo-slope%3Fk%3D2.5&utm_source=letter")
    page.wait_for_url(f"{server}index.html#**")
    assert find_demo("slope").value("k") == 2.5


def test_the_page_for_what_is_not_there_stays_out_of_search_and_copy(published):
    _, html = published
    assert '"404"' not in (html / "searchindex.js").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in (html / "404.html").read_text("utf-8")
